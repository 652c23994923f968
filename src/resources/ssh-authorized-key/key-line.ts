/** What a line of an authorized_keys file says. */
export interface AuthorizedKey {
  /** The comment behind the key. A key without one gets a name for the time being, as `unnamed` says. */
  readonly name: string;
  readonly unnamed?: true | undefined;
  readonly type: string;
  readonly key: string;
  readonly options: readonly string[];
}

/** One option, as OpenSSH reads it: a word, or a word and a text in quotes that may hold escaped ones. */
const OPTION = String.raw`[-\w]+(?:="(?:\\"|[^"])*")?`;
const LINE = new RegExp(
  String.raw`^\s*(?:(${OPTION}(?:\s*,\s*${OPTION})*)\s+)?((?:sk-)?(?:ssh|ecdsa)-[-\w@.]+)\s+(\S+)[ \t]*(.*?)\s*$`,
);

/** Whether this can stand as one option. */
export function isOption(text: string): boolean {
  return new RegExp(`^${OPTION}$`).test(text);
}

/** Reads a line; undefined for comments, blank lines, and what is no key. A key without a comment has an empty name. */
export function parseKey(line: string): AuthorizedKey | undefined {
  const [, options = '', type, key, name = ''] = LINE.exec(line) ?? [];
  if (/^\s*#/.test(line) || type === undefined || key === undefined) return undefined;
  return { name, type, key, options: options.match(new RegExp(OPTION, 'g')) ?? [] };
}

/** The line of a key. */
export function formatKey({ name, unnamed, type, key, options }: AuthorizedKey): string {
  const parts = [options.join(','), type, key, unnamed ? '' : name];
  return parts.filter((part) => part !== '').join(' ');
}
