import type { Syntax } from './syntax.js';

/** How new lines of a file of settings are written. */
export interface IniLayout {
  /** What stands between name and value, with white space around it. */
  readonly separator: string;
  /** What they are indented with, once per step. */
  readonly indentChar: string;
  /** How many steps. @default as many as the least indented setting of the section has characters before it */
  readonly indentWidth?: number | undefined;
}

/** What a file is told apart by whose settings are separated by this. */
export function toIniSyntax(separator: string, sectionPrefix = '[', sectionSuffix = ']'): Syntax {
  return { separators: [separator.trim() || ' '], sectionPrefix, sectionSuffix };
}
