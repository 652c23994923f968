import { checkFileText } from './plain-text.js';
import { NEEDS_ESCAPE, toUnicodeEscape } from './unicode-escape.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'a YAML file';

/** What can be written: hashes of hashes and scalars. */
export type YamlHash = { readonly [name: string]: YamlHash | string | number | boolean };

/** What readers of all versions take for the same text without quotes: no number, no date, no sign of YAML's. */
const PLAIN = /^[A-Za-z/](?:[\w./@+-]|:(?! |$)| (?! |$))*$/;

/** Words that a reader of one of the versions takes for something else. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|[e\d._+-]+)$/i;

/** Readers look for the colon behind a key this far. */
const MAX_KEY_LENGTH = 1000;

/**
 * A document of nested hashes, in blocks. Texts get quotes where a version of YAML would take them for something else:
 * Python's readers are of version 1.1, in which `on` is true and `1:30` is ninety. Written here and not by the library
 * `yaml`, which takes longer to load than a run with nothing to change takes to do.
 * @throws {UnwritableValue}
 */
export function formatYaml(hash: YamlHash): string {
  return formatLines(hash, '').join('');
}

/**
 * One entry of a hash on a line of its own: both texts in single quotes, or in double ones where that takes escapes.
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

/** JSON's escapes are YAML's as well; NUL is among them. */
function doubleQuote(text: string): string {
  checkFileText(text.replaceAll('\0', ''), FILE);
  return JSON.stringify(text).replace(new RegExp(NEEDS_ESCAPE, 'g'), toUnicodeEscape);
}

function checkKeyLength(key: string): string {
  if (key.length <= MAX_KEY_LENGTH) return key;
  throw new UnwritableValue(`a name has more than ${MAX_KEY_LENGTH} characters, which ${FILE} cannot hold`);
}
