import {
  absolutePath,
  arrayOf,
  managedFile,
  matching,
  nativeType,
  oneOf,
  parameter,
  property,
  title,
} from '../../catalog/index.js';
import { type Change, provide, type State } from '../../engine/provider.js';
import { createTitleParser } from '../keystone/parse-title.js';
import { createRecordProvider } from '../records/record-provider.js';
import { keyType } from '../ssh-keys/key-type.js';
import { hostKeyTypes } from '../ssh-keys/key-types.js';
import { type KnownHost, KnownHosts } from './known-hosts.js';

const DEFAULT_TARGET = '/etc/ssh/ssh_known_hosts';

const attributes = {
  name: title(
    "The name of the host, or the name and the type of the key: 'git.example.org@ssh-rsa'.",
    matching(/^[^\s,#@][^\s,]*$/, 'a host name without white space and commas; others are host_aliases'),
  ),
  ensure: property(oneOf('present', 'absent'), 'Whether the key is in the file.', { default: 'present' }),
  type: parameter(keyType(hostKeyTypes), 'The kind of key: `ssh-ed25519`, or `ed25519` for short.', {
    required: true,
  }),
  key: property(matching(/^\S+$/, 'a key without white space'), 'The key, without its type.'),
  host_aliases: property(
    arrayOf(matching(/^[^\s,]+$/, 'a name without white space and commas')),
    'Other names and addresses of the host, in their order.',
  ),
  target: parameter(absolutePath, 'The file.', { default: DEFAULT_TARGET }),
} as const;

/**
 * A key of another host, so that ssh trusts that host.
 * @example
 * new Sshkey(site, 'git.example.org', {
 *   type: 'ssh-ed25519',
 *   key: 'AAAAC3NzaC1lZDI1NTE5AAAAIHNhbXBsZS1rZXktb2YtYS1naXQtc2VydmVyLWhlcmU=',
 *   host_aliases: ['10.0.0.5'],
 * });
 */
export class Sshkey extends nativeType('sshkey', attributes, {
  doc: 'A key of a host that all users trust: a line of /etc/ssh/ssh_known_hosts. Its other lines stay as they are.',
  parseTitle: createTitleParser(
    [
      [/^(.+?)@(.+)$/, 'name', 'type'],
      [/^([^@]+)$/, 'name'],
    ],
    "'host' or 'host@type'",
  ),
  nameOf: ({ name, type }) => `${name}@${type}`,
  identity: ({ name, type, target }) => `the ${type} key of ${name} in ${target}`,
  *validate({ ensure, key }) {
    if (ensure === 'present' && key === undefined) yield 'it needs a key';
  },
  paths: ({ target }) => managedFile(target),
}) {}

provide(
  Sshkey,
  createRecordProvider<typeof attributes, KnownHosts>({
    defaultTarget: DEFAULT_TARGET,
    targetOf: ({ desired }) => desired.target,
    parse: (text) => new KnownHosts(text),
    find(file, { desired }) {
      const found = file.find(desired.name, desired.type);
      return found && toState(found);
    },
    edit: applyChange,
    list: (file) =>
      new Map(
        file.hosts.map((one) => [
          `${one.name}@${one.type}`,
          { ...toState(one), name: one.name, type: one.type },
        ]),
      ),
  }),
);

function toState({ key, aliases }: KnownHost): State {
  return { ensure: 'present', key, host_aliases: aliases };
}

function applyChange(file: KnownHosts, { subject, diff }: Change<typeof attributes>): void {
  const { name, type, key, host_aliases } = subject.desired;
  const before = file.find(name, type);
  if (diff.removes) {
    for (let one = before; one !== undefined; one = file.find(name, type)) file.remove(one);
    return;
  }
  const known = before ?? { name, aliases: [], type, key: '', comment: '' };
  const aliases = host_aliases ?? known.aliases;
  // A line has one hashed name, or several clear ones.
  file.put(
    { ...known, name: aliases.length > 0 ? name : known.name, aliases, key: key ?? known.key },
    before,
  );
}
