import { checkFileText } from './plain-text.js';
import { NEEDS_ESCAPE, toUnicodeEscape } from './unicode-escape.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'a YAML file';

/** The data that can be formatted: hashes of hashes and scalars. */
export type YamlHash = { readonly [name: string]: YamlHash | string | number | boolean };

/** Strings that readers of all YAML versions accept unquoted: no numbers, dates or indicators. */
const PLAIN = /^[A-Za-z/](?:[\w./@+-]|:(?! |$)| (?! |$))*$/;

/** Words that some version of YAML does not read as a string. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|[e\d._+-]+)$/i;

/** Readers search for the colon after a key up to this length. */
const MAX_KEY_LENGTH = 1000;

/**
 * Formats nested hashes in block style. Strings that a version of YAML would not read as a string are quoted: Python's
 * readers implement version 1.1, in which `on` is true and `1:30` is ninety. The library `yaml` is not used because it
 * takes longer to load than a run without changes.
 * @throws {UnwritableValue}
 */
export function formatYaml(hash: YamlHash): string {
  return formatLines(hash, '').join('');
}

/**
 * Formats one entry of a hash on its own line: both strings in single quotes, or in double quotes if they need escapes.
 * @throws {UnwritableValue}
 */
export function formatYamlEntry(key: string, value: string): string {
  return `${quote(checkKeyLength(key))}: ${quote(value)}`;
}

function formatLines(hash: YamlHash, indent: string): string[] {
  return Object.entries(hash).flatMap(([name, value]) => {
    const start = `${indent}${formatScalar(checkKeyLength(name))}:`;
    if (typeof value !== 'object') return [`${start} ${formatScalar(value)}\n`];
    const inner = formatLines(value, `${indent}  `);
    return inner.length === 0 ? [`${start} {}\n`] : [`${start}\n`, ...inner];
  });
}

function formatScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !WORDS.test(value) ? value : doubleQuote(value);
}

function quote(text: string): string {
  return NEEDS_ESCAPE.test(text) ? doubleQuote(text) : `'${checkFileText(text, FILE).replaceAll("'", "''")}'`;
}

/** JSON's escapes are valid in YAML, including that of NUL. */
function doubleQuote(text: string): string {
  checkFileText(text.replaceAll('\0', ''), FILE);
  return JSON.stringify(text).replace(new RegExp(NEEDS_ESCAPE, 'g'), toUnicodeEscape);
}

function checkKeyLength(key: string): string {
  if (key.length <= MAX_KEY_LENGTH) return key;
  throw new UnwritableValue(
    `a name has more than ${MAX_KEY_LENGTH} characters, which ${FILE} cannot contain`,
  );
}
