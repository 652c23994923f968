import type { Account } from './account.js';
import { expandPath, expandTokens } from './expand.js';
import { type OptionValues, splitWords } from './option-values.js';
import { parseTime } from './parse-time.js';
import type { Target } from './target.js';

/** The keys that OpenSSH tries if the configuration names none. */
const DEFAULT_KEYS = ['rsa', 'ecdsa', 'ecdsa_sk', 'ed25519', 'ed25519_sk', 'xmss', 'dsa'].map(
  (type) => `~/.ssh/id_${type}`,
);

/** Defaults of the other options. */
const DEFAULTS: Readonly<Record<string, string>> = {
  port: '22',
  userknownhostsfile: '~/.ssh/known_hosts ~/.ssh/known_hosts2',
  globalknownhostsfile: '/etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2',
  identitiesonly: 'no',
  serveraliveinterval: '0',
  serveralivecountmax: '3',
  connecttimeout: 'none',
  stricthostkeychecking: 'ask',
  hashknownhosts: 'no',
};

/** Options whose value is a time. */
const TIMES = ['connecttimeout', 'serveraliveinterval'];

/** Options for which `none` means that they are not set. */
const OPTIONAL = ['proxyjump', 'proxycommand', 'controlpath', 'certificatefile'];

/** Adds the defaults to options that were read, and expands values, so that the result is what `ssh -G` prints. */
export function completeOptions(read: OptionValues, target: Target, account: Account): OptionValues {
  const values = new Map<string, readonly string[]>();
  for (const [keyword, value] of Object.entries(DEFAULTS)) values.set(keyword, [value]);
  values.set('user', [account.name]);
  values.set('identityfile', DEFAULT_KEYS);
  for (const [keyword, all] of read) {
    if (!(OPTIONAL.includes(keyword) && all[0]?.toLowerCase() === 'none')) values.set(keyword, all);
  }
  const one = (keyword: string) => values.get(keyword)?.[0];
  values.set('host', [target.host]);
  values.set('hostname', [(one('hostname') ?? target.host).toLowerCase()]);
  if (one('hostkeyalias') !== undefined)
    values.set('hostkeyalias', [String(one('hostkeyalias')).toLowerCase()]);
  for (const keyword of TIMES) values.set(keyword, [normalTime(one(keyword) ?? 'none')]);
  if (one('proxyjump') !== undefined) values.delete('proxycommand');

  const to = {
    host: target.host,
    hostname: one('hostname') ?? target.host,
    port: Number(one('port')),
    user: one('user') ?? account.name,
    hostKeyAlias: one('hostkeyalias'),
    jumps: one('proxyjump'),
  };
  const files = splitWords(one('userknownhostsfile') ?? '').map((path) => expandPath(path, to, account));
  values.set('userknownhostsfile', [files.join(' ')]);
  const alias = one('hostkeyalias');
  if (alias !== undefined) values.set('hostkeyalias', [expandTokens(alias, to, account)]);
  return values;
}

function normalTime(text: string): string {
  const seconds = parseTime(text);
  return seconds === undefined ? 'none' : String(seconds);
}
