/** The desired state of a setting. */
export interface Edit {
  readonly section: string;
  /** Undefined if only the section itself is desired. */
  readonly setting: string | undefined;
  /** The values, one per line, each without a line break; none removes the setting. */
  readonly values: readonly string[];
  /** The separator of name and value on a new line. @default chosen by the dialect */
  readonly separator?: string | undefined;
}

/** A parsed configuration file. */
export interface SettingsDocument {
  hasSection(name: string): boolean;
  /** All values of a setting, in the order of the file; none if it does not exist. Settings before any section are in ''. */
  values(section: string, setting: string): readonly string[];
}

/** How a kind of configuration file is parsed and edited. `L` is the layout that its edits have in addition. */
export interface Dialect<D extends SettingsDocument = SettingsDocument, L = unknown> {
  /** Equal for dialects that parse and edit in the same way. */
  readonly key: string;
  parse(text: string): D;
  /** Changes settings and nothing else; if all are in sync, the text stays the same. */
  edit(text: string, edits: readonly (Edit & L)[]): string;
}
