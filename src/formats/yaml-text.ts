import { fileText } from './plain-text.js';
import { ESCAPED, unicodeEscape } from './unicode-escape.js';
import { Unwritable } from './unwritable.js';

const FILE = 'a YAML file';

/** What can be written: hashes of hashes and scalars. */
export type YamlHash = { readonly [name: string]: YamlHash | string | number | boolean };

/** What readers of all versions take for the same text without quotes: no number, no date, no sign of YAML's. */
const PLAIN = /^[A-Za-z/](?:[\w./@+-]|:(?! |$)| (?! |$))*$/;

/** Words that a reader of one of the versions takes for something else. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|[e\d._+-]+)$/i;

/** Readers look for the colon behind a key this far. */
const LONGEST_KEY = 1000;

/**
 * A document of nested hashes, in blocks. Texts get quotes where a version of YAML would take them for something else:
 * Python's readers are of version 1.1, in which `on` is true and `1:30` is ninety. Written here and not by the library
 * `yaml`, which takes longer to load than a run with nothing to change takes to do.
 * @throws {Unwritable}
 */
export function yamlText(hash: YamlHash): string {
  return linesOf(hash, '').join('');
}

/**
 * One entry of a hash on a line of its own: both texts in single quotes, or in double ones where that takes escapes.
 * @throws {Unwritable}
 */
export function yamlEntry(key: string, value: string): string {
  return `${quoted(shortKey(key))}: ${quoted(value)}`;
}

function linesOf(hash: YamlHash, indent: string): string[] {
  return Object.entries(hash).flatMap(([name, value]) => {
    const start = `${indent}${scalar(shortKey(name))}:`;
    if (typeof value !== 'object') return [`${start} ${scalar(value)}\n`];
    const inner = linesOf(value, `${indent}  `);
    return inner.length === 0 ? [`${start} {}\n`] : [`${start}\n`, ...inner];
  });
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !WORDS.test(value) ? value : doubleQuoted(value);
}

function quoted(text: string): string {
  return ESCAPED.test(text) ? doubleQuoted(text) : `'${fileText(text, FILE).replaceAll("'", "''")}'`;
}

/** JSON's escapes are YAML's as well; NUL is among them. */
function doubleQuoted(text: string): string {
  fileText(text.replaceAll('\0', ''), FILE);
  return JSON.stringify(text).replace(new RegExp(ESCAPED, 'g'), unicodeEscape);
}

function shortKey(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  throw new Unwritable(`a name has more than ${LONGEST_KEY} characters, which ${FILE} cannot hold`);
}
