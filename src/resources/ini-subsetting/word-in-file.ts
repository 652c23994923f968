import { IniFile } from '../config/ini-file.js';
import { toIniSyntax } from '../config/ini-layout.js';
import type { DesiredSubsetting } from './attributes.js';
import type { Word, WordForm } from './words.js';

/** Parses the file of a subsetting. */
export function parseFile(text: string, { key_val_separator }: DesiredSubsetting): IniFile {
  return new IniFile(text, toIniSyntax(key_val_separator));
}

/** How the words of the setting are written. */
export function toWordForm({ subsetting_separator, quote_char }: DesiredSubsetting): WordForm {
  return { separator: subsetting_separator, quote: quote_char };
}

/** The word that is managed. */
export function toWord({
  subsetting,
  subsetting_key_val_separator,
  use_exact_match,
}: DesiredSubsetting): Word {
  return { name: subsetting, separator: subsetting_key_val_separator, exact: use_exact_match };
}
