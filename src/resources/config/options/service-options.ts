import type { Release } from '../../../data/releases.js';
import type { OptionTable, SectionTable } from './option.js';

/** The options of an OpenStack service: the lists of its releases, and what these lists leave out. */
export interface ServiceOptions {
  /** Reads the options of one of its files, by section and name, as its own sample files list them. */
  readonly read: (file: string) => SectionTable;
  /** Options that the samples omit, in sections that the samples have. */
  readonly unlisted: SectionTable;
  /** Options that the samples of one file omit, by file. */
  readonly unlistedInFile: Readonly<Record<string, SectionTable>>;
  /** The first release that reads a section, if the samples list it only later. */
  readonly firstReleases: Readonly<Record<string, Release>>;
  /** Values of options whose samples enumerate them in prose, by `section/name`. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** New names of options that the samples do not connect with the old ones; used in releases that have them. */
  readonly replacements: Readonly<Record<string, string>>;
  /** Sections that are named by an option. @default none are */
  readonly namedSections?: NamedSections | undefined;
}

/** Sections that an option names: one per store of Glance, one per backend of Cinder. */
export interface NamedSections {
  /** The settings that name them, by type and title. */
  readonly settings: readonly { readonly type: string; readonly title: string }[];
  /** Returns the section that one item of such a setting names. */
  readonly toSection: (item: string) => string;
  /** Sections of this kind that the service names itself. */
  readonly reserved: RegExp;
  /** The sections in the samples whose options such a section may have. */
  readonly drivers: RegExp;
  /** Options that every such section may have. */
  readonly options: OptionTable;
}

/** One file of a service whose options are known. */
export interface OptionsSource {
  readonly service: ServiceOptions;
  /** The name of the file in the lists: `glance-api.conf`. */
  readonly file: string;
}
