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
  type WantedOf,
} from '../../catalog/index.js';
import { type Change, provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { rewriteConfig } from '../config/config-file.js';
import { type HostEntry, HostsFile } from './hosts-file.js';

const hostName = matching(
  /^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$/,
  'a host name',
);

const attributes = {
  name: title('The host name: the first that stands behind the address.', hostName),
  ensure: property(oneOf('present', 'absent'), 'Whether the name is there.', { default: 'present' }),
  ip: property(matching(/^[0-9A-Fa-f:.]+(%\S+)?$/, 'an IPv4 or IPv6 address'), 'Its address.'),
  host_aliases: property(
    arrayOf(matching(/^[^\s#]+$/, 'a name without blanks')),
    'Other names, in their order.',
  ),
  comment: property(matching(/^[^\r\n]*$/, 'one line'), 'A comment at the end of the line.'),
  target: parameter(absolutePath, 'The file.', { default: '/etc/hosts' }),
};

type HostWanted = WantedOf<typeof attributes>;

/** A line of the hosts file. */
export class Host extends nativeType('host', attributes, {
  doc: 'A name and its address in /etc/hosts. All other lines and comments stay as they are.',
  validate: function* ({ ensure, ip }) {
    if (ensure === 'present' && ip === undefined) yield 'it needs an ip';
    if (ip !== undefined && isIP(ip) === 0) yield `ip '${ip}' is no IPv4 or IPv6 address`;
  },
  paths: ({ target }) => managedFile(target),
}) {}

provide(Host, {
  batchBy: ({ wanted }) => wanted.target,
  edits: ({ wanted }) => [wanted.target],

  async read(session, subjects) {
    const targets = [...new Set(subjects.map(({ wanted }) => wanted.target))];
    const texts = await session.host.files.read(targets);
    const files = new Map(targets.map((target, index) => [target, parsed(texts[index])]));
    return new Map(
      subjects.map(({ title, wanted }) => [title, stateOf(wanted, files.get(wanted.target))] as const),
    );
  },

  changeAll,

  async list(session) {
    const [text] = await session.host.files.read(['/etc/hosts']);
    const file = parsed(text);
    if (file instanceof Unreadable) return new Map();
    return new Map(file.entries.map((entry) => [entry.name, observed(entry)]));
  },
});

function parsed(text: Buffer | Error | undefined): HostsFile | Unreadable {
  return text instanceof Error ? new Unreadable(text.message) : new HostsFile(text?.toString('utf8') ?? '');
}

function stateOf(
  { name, ip, ensure }: HostWanted,
  file: HostsFile | Unreadable | undefined,
): State | Unreadable {
  if (file instanceof Unreadable) return file;
  const entry = ensure === 'absent' ? file?.findExactly(name, ip) : file?.find(name, ip);
  return entry === undefined ? { ensure: 'absent' } : observed(entry);
}

function observed({ ip, aliases, comment }: HostEntry): State {
  return { ensure: 'present', ip, host_aliases: aliases, comment };
}

/** All changes are in one file. */
async function changeAll(session: Session, changes: readonly Change<typeof attributes>[]): Promise<void> {
  const target = changes[0]?.subject.wanted.target ?? '/etc/hosts';
  await rewriteConfig(session, target, (before) => {
    const file = new HostsFile(before);
    for (const change of changes) edit(file, change);
    return file.text;
  });
}

function edit(file: HostsFile, { subject, diff }: Change<typeof attributes>): void {
  const { name, ip, host_aliases, comment } = subject.wanted;
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
