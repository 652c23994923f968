/** A key in an authorized_keys file. */
export interface AuthorizedKey {
  /** The comment after the key. A key without one has a temporary name and `unnamed`. */
  readonly name: string;
  readonly unnamed?: true | undefined;
  readonly type: string;
  readonly key: string;
  readonly options: readonly string[];
}

/** One option in OpenSSH's syntax: a word, or a word and a quoted string that may contain escaped quotes. */
const OPTION = String.raw`[-\w]+(?:="(?:\\"|[^"])*")?`;
const LINE = new RegExp(
  String.raw`^\s*(?:(${OPTION}(?:\s*,\s*${OPTION})*)\s+)?((?:sk-)?(?:ssh|ecdsa)-[-\w@.]+)\s+(\S+)[ \t]*(.*?)\s*$`,
);

/** Whether a string is one option. */
export function isOption(text: string): boolean {
  return new RegExp(`^${OPTION}$`).test(text);
}

/** Parses a line; undefined for comments, blank lines, and invalid lines. A key without a comment has an empty name. */
export function parseKey(line: string): AuthorizedKey | undefined {
  const [, options = '', type, key, name = ''] = LINE.exec(line) ?? [];
  if (/^\s*#/.test(line) || type === undefined || key === undefined) return undefined;
  return { name, type, key, options: options.match(new RegExp(OPTION, 'g')) ?? [] };
}

/** Formats the line of a key. */
export function formatKey({ name, unnamed, type, key, options }: AuthorizedKey): string {
  const parts = [options.join(','), type, key, unnamed ? '' : name];
  return parts.filter((part) => part !== '').join(' ');
}
