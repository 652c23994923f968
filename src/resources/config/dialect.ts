/** A setting as it is to be. */
export interface Edit {
  readonly section: string;
  /** Undefined where the section itself is all that is asked for. */
  readonly setting: string | undefined;
  /** The values, one per line, each without a line break; none removes the setting. */
  readonly values: readonly string[];
  /** What stands between name and value of a new line. @default what the dialect chooses */
  readonly separator?: string | undefined;
}

/** A configuration file that was read. */
export interface SettingsDocument {
  hasSection(name: string): boolean;
  /** All values of a setting, in the order of the file; none where it is not there. What stands before any section is in ''. */
  values(section: string, setting: string): readonly string[];
}

/** How a kind of configuration file is read and edited. `L` is what its edits say of the layout beside all others. */
export interface Dialect<D extends SettingsDocument = SettingsDocument, L = unknown> {
  /** The same for dialects that read and edit alike. */
  readonly key: string;
  parse(text: string): D;
  /** Changes settings and nothing else; where all are as wanted, the text stays the same. */
  edit(text: string, edits: readonly (Edit & L)[]): string;
}
