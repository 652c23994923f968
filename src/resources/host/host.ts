import { isIP } from 'node:net';
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
import { createRecordProvider } from '../records/record-provider.js';
import { type HostEntry, HostsFile } from './hosts-file.js';

const hostName = matching(
  /^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$/,
  'a host name',
);

const attributes = {
  name: title('The host name: the first one after the address.', hostName),
  ensure: property(oneOf('present', 'absent'), 'Whether the name is in the file.', { default: 'present' }),
  ip: property(matching(/^[0-9A-Fa-f:.]+(%\S+)?$/, 'an IPv4 or IPv6 address'), 'Its address.'),
  host_aliases: property(
    arrayOf(matching(/^[^\s#]+$/, 'a name without blanks')),
    'Other names, in their order.',
  ),
  comment: property(matching(/^[^\r\n]*$/, 'one line'), 'A comment at the end of the line.'),
  target: parameter(absolutePath, 'The file.', { default: '/etc/hosts' }),
};

/**
 * A name and its address in the hosts file.
 * @example
 * new Host(site, 'controller.example.org', { ip: '10.0.0.11', host_aliases: ['controller'] });
 */
export class Host extends nativeType('host', attributes, {
  doc: 'A name and its address in /etc/hosts. All other lines and comments stay as they are.',
  validate: function* ({ ensure, ip }) {
    if (ensure === 'present' && ip === undefined) yield 'it needs an ip';
    if (ip !== undefined && isIP(ip) === 0) yield `ip '${ip}' is not an IPv4 or IPv6 address`;
  },
  paths: ({ target }) => managedFile(target),
}) {}

provide(
  Host,
  createRecordProvider<typeof attributes, HostsFile>({
    defaultTarget: '/etc/hosts',
    targetOf: ({ desired }) => desired.target,
    parse: (text) => new HostsFile(text),
    find(file, { desired: { name, ip, ensure } }) {
      const entry = ensure === 'absent' ? file.findExactly(name, ip) : file.find(name, ip);
      return entry && toState(entry);
    },
    edit: applyChange,
    list: (file) => new Map(file.entries.map((entry) => [entry.name, toState(entry)])),
  }),
);

function toState({ ip, aliases, comment }: HostEntry): State {
  return { ensure: 'present', ip, host_aliases: aliases, comment };
}

function applyChange(file: HostsFile, { subject, diff }: Change<typeof attributes>): void {
  const { name, ip, host_aliases, comment } = subject.desired;
  if (diff.removes) {
    file.remove(name, ip);
    return;
  }
  const old = file.find(name, ip);
  file.put({
    name,
    ip: ip ?? old?.ip ?? '',
    aliases: host_aliases ?? old?.aliases ?? [],
    comment: comment ?? old?.comment ?? '',
  });
}
