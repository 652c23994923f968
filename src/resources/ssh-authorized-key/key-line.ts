/** What a line of an authorized_keys file says. */
export interface AuthorizedKey {
  /** The comment behind the key. A key without one gets a name for the time being, as `unnamed` says. */
  readonly name: string;
  readonly unnamed?: true | undefined;
  readonly type: string;
  readonly key: string;
  readonly options: readonly string[];
}

/** Types of keys, by the names that manifests may use for short. */
export const shortTypes: Readonly<Record<string, string>> = {
  dsa: 'ssh-dss',
  rsa: 'ssh-rsa',
  ed25519: 'ssh-ed25519',
  'ecdsa-sk': 'sk-ecdsa-sha2-nistp256@openssh.com',
  'ed25519-sk': 'sk-ssh-ed25519@openssh.com',
};

const plainTypes = [
  'ssh-dss',
  'ssh-rsa',
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
];

/** Types that a host's own key may have. */
export const hostKeyTypes: readonly string[] = [
  ...plainTypes,
  'sk-ecdsa-sha2-nistp256@openssh.com',
  'sk-ssh-ed25519@openssh.com',
];

/** Types that a user's key may have: certificates besides. */
export const userKeyTypes: readonly string[] = [
  ...hostKeyTypes,
  ...plainTypes.map((type) => `${type}-cert-v01@openssh.com`),
];

/** One option, as OpenSSH reads it: a word, or a word and a text in quotes that may hold escaped ones. */
const OPTION = String.raw`[-\w]+(?:="(?:\\"|[^"])*")?`;
const LINE = new RegExp(
  String.raw`^\s*(?:(${OPTION}(?:\s*,\s*${OPTION})*)\s+)?((?:sk-)?(?:ssh|ecdsa)-[-\w@.]+)\s+(\S+)[ \t]*(.*?)\s*$`,
);

/** Whether this can stand as one option. */
export function isOption(text: string): boolean {
  return new RegExp(`^${OPTION}$`).test(text) && !/[\r\n]/.test(text);
}

/** Reads a line; undefined for comments, blank lines, and what is no key. A key without a comment has an empty name. */
export function parseKey(line: string): AuthorizedKey | undefined {
  const [, options = '', type, key, name = ''] = LINE.exec(line) ?? [];
  if (/^\s*#/.test(line) || type === undefined || key === undefined) return undefined;
  return { name, type, key, options: options.match(new RegExp(OPTION, 'g')) ?? [] };
}

/** The line of a key. */
export function printKey({ name, unnamed, type, key, options }: AuthorizedKey): string {
  const parts = [options.join(','), type, key, unnamed ? '' : name];
  return parts.filter((part) => part !== '').join(' ');
}
