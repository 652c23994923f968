import type { Release } from '../../../data/releases.js';

/** The types of oslo.config. */
export type OptionType =
  | 'boolean'
  | 'dict'
  | 'float'
  | 'host address'
  | 'integer'
  | 'list'
  | 'multi'
  | 'port';

/** An option of a service's configuration file, as the service's own sample files describe it. */
export interface Option {
  /** @default any string, or a type that the samples do not name */
  readonly type?: OptionType;
  readonly min?: number;
  readonly max?: number;
  /** The values that it accepts; undefined if they are not enumerated. */
  readonly choices?: readonly string[];
  /** Older spellings that the service still reads, as `section/name`. */
  readonly was?: readonly string[];
  /** The first release that has it. @default newton */
  readonly since?: Release;
  /** The last release that has it. @default the newest still does */
  readonly until?: Release;
  /** The first release whose sample calls it deprecated; `newton` if that may have been earlier. */
  readonly deprecated?: Release;
}

/** The options of a section, by name. */
export type OptionTable = Readonly<Record<string, Option>>;

/** The options of a file, by section and name. */
export type SectionTable = Readonly<Record<string, OptionTable>>;
