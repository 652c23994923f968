import { existsSync } from 'node:fs';
import type { Account } from './account.js';
import { expandPath } from './expand.js';
import { findBeyondSsh2 } from './find-beyond-ssh2.js';
import { type OptionValues, splitWords } from './option-values.js';
import { parseTime } from './parse-time.js';
import type { IdentityFile, SshSettings } from './settings.js';

/** Seconds of silence after which the server is asked for a sign of life, if the configuration does not say. */
const ALIVE_INTERVAL = 15;

/** Paths of the keys that OpenSSH tries by default. */
const DEFAULT_KEY = /^~\/\.ssh\/id_(?:rsa|dsa|xmss|ecdsa|ecdsa_sk|ed25519|ed25519_sk)$/;

/** Converts options to settings. */
export function toSettings(values: OptionValues, account: Account): SshSettings {
  const one = (keyword: string) => values.get(keyword)?.[0];
  const text = (keyword: string) => {
    const value = one(keyword);
    return value === undefined || value.toLowerCase() === 'none' ? undefined : value;
  };
  const isOn = (keyword: string) => ['yes', 'true'].includes(one(keyword)?.toLowerCase() ?? '');
  const isOff = (keyword: string) => ['no', 'false'].includes(one(keyword)?.toLowerCase() ?? '');
  const host = one('host') ?? '';
  const to = {
    host,
    hostname: one('hostname') ?? host,
    port: Number(one('port') ?? 22),
    user: one('user') ?? account.name,
    hostKeyAlias: text('hostkeyalias'),
    jumps: text('proxyjump'),
  };
  const interval = parseTime(one('serveraliveinterval') ?? '0') ?? 0;
  const agent = one('identityagent') ?? 'SSH_AUTH_SOCK';
  const lists = {
    kex: algorithmList(one('kexalgorithms')),
    ciphers: algorithmList(one('ciphers')),
    macs: algorithmList(one('macs')),
    hostKeys: algorithmList(one('hostkeyalgorithms')),
  };
  return {
    host,
    hostname: to.hostname,
    port: to.port,
    user: to.user,
    identityFiles: identityFiles(values.get('identityfile') ?? [], (path) => expandPath(path, to, account)),
    identitiesOnly: isOn('identitiesonly'),
    agent: agentSocket(agent, (path) => expandPath(path, to, account), account),
    jumps: to.jumps?.split(',').map((jump) => jump.trim()) ?? [],
    userKnownHostsFiles: fileNames(text('userknownhostsfile')),
    globalKnownHostsFiles: fileNames(text('globalknownhostsfile')),
    hostKeyAlias: to.hostKeyAlias,
    unknownHostKey: unknownHostKey(one('stricthostkeychecking')),
    hashKnownHosts: isOn('hashknownhosts'),
    connectTimeout: parseTime(one('connecttimeout') ?? 'none'),
    aliveInterval: interval === 0 ? ALIVE_INTERVAL : interval,
    aliveCount: Number(one('serveralivecountmax') ?? 3),
    addressFamily: { inet: 4 as const, inet6: 6 as const }[one('addressfamily') ?? ''] ?? 0,
    bindAddress: text('bindaddress'),
    methods: {
      publickey: !isOff('pubkeyauthentication'),
      password: !isOff('passwordauthentication'),
      'keyboard-interactive': !isOff('kbdinteractiveauthentication'),
    },
    algorithms: lists,
    isBatch: isOn('batchmode'),
    beyondSsh2: findBeyondSsh2(values, account),
  };
}

function identityFiles(paths: readonly string[], expand: (path: string) => string): IdentityFile[] {
  // Where no key is named, OpenSSH prints all of its default paths.
  const isDefault = paths.length > 1 && paths.every((path) => DEFAULT_KEY.test(path));
  return paths
    .filter((path) => path.toLowerCase() !== 'none')
    .map((path) => ({ path: expand(path), isExplicit: !isDefault }));
}

function agentSocket(
  value: string,
  expand: (path: string) => string,
  { environment }: Account,
): string | undefined {
  if (value.toLowerCase() === 'none') return undefined;
  if (value === 'SSH_AUTH_SOCK') return environment.SSH_AUTH_SOCK || undefined;
  if (value.startsWith('$')) return environment[value.slice(1).replace(/^\{(.*)\}$/, '$1')] || undefined;
  return expand(value);
}

/** Splits a list of files. `ssh -G` prints them without quotes: a space belongs to a path if such a file exists. */
function fileNames(text: string | undefined): string[] {
  const words = splitWords(text ?? '');
  const names: string[] = [];
  while (words.length > 0) {
    const most = words.length;
    const count = [...Array(most).keys()]
      .map((less) => most - less)
      .find((one) => {
        return one === 1 || existsSync(words.slice(0, one).join(' '));
      });
    names.push(words.splice(0, count).join(' '));
  }
  return names;
}

function unknownHostKey(value: string | undefined): SshSettings['unknownHostKey'] {
  switch (value?.toLowerCase()) {
    case 'yes':
    case 'true':
      return 'refuse';
    case 'no':
    case 'off':
    case 'false':
    case 'accept-new':
      return 'accept';
    default:
      return 'ask';
  }
}

/** Lists that change the defaults, as `+ssh-rsa`, are resolved by `ssh -G` alone. */
function algorithmList(value: string | undefined): readonly string[] | undefined {
  return value === undefined || /^[+^-]/.test(value) ? undefined : value.split(',');
}
