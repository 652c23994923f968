import type { Syntax } from './syntax.js';

/** How new lines of a file of settings are written. */
export interface IniLayout {
  /** The separator of name and value, including white space. */
  readonly separator: string;
  /** The character of indentation. */
  readonly indentChar: string;
  /** The number of characters of indentation. @default the least indentation of the section's settings */
  readonly indentWidth?: number | undefined;
}

/** Returns the syntax of a file with a separator of names and values. */
export function toIniSyntax(separator: string, sectionPrefix = '[', sectionSuffix = ']'): Syntax {
  return { separators: [separator.trim() || ' '], sectionPrefix, sectionSuffix };
}
