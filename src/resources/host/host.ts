import { isIP } from 'node:net';
import {
  absolutePath,
  arrayOf,
  matching,
  nativeType,
  oneOf,
  parameter,
  property,
  Reference,
  title,
  type WantedOf,
} from '../../catalog/index.js';
import { type Change, provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { findHost, type HostLine, hostLine, parseHosts, printHosts } from './hosts-file.js';

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
  autorequire: function* ({ target }) {
    yield new Reference('file', target);
  },
}) {}

provide(Host, {
  batchBy: ({ wanted }) => wanted.target,

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
    const lines = parsed(text);
    if (lines instanceof Unreadable) return new Map();
    return new Map(
      lines.flatMap((line) => (line.entry === undefined ? [] : [[line.entry.name, observed(line)] as const])),
    );
  },
});

function parsed(text: Buffer | Error | undefined): HostLine[] | Unreadable {
  return text instanceof Error ? new Unreadable(text.message) : parseHosts(text?.toString('utf8') ?? '');
}

function stateOf({ name, ip, ensure }: HostWanted, lines: HostLine[] | Unreadable = []): State | Unreadable {
  if (lines instanceof Unreadable) return lines;
  const line = ensure === 'absent' ? lines.find((one) => isNamed(one, name, ip)) : findHost(lines, name, ip);
  return line === undefined ? { ensure: 'absent' } : observed(line);
}

/** Whether a line has a name, at one address where one is given. */
function isNamed({ entry }: HostLine, name: string, ip: string | undefined): boolean {
  return entry?.name === name && (ip === undefined || ip === entry.ip);
}

function observed({ entry }: HostLine): State {
  return { ensure: 'present', ip: entry?.ip, host_aliases: entry?.aliases ?? [], comment: entry?.comment };
}

/** All changes are in one file. */
async function changeAll(session: Session, changes: readonly Change<typeof attributes>[]): Promise<void> {
  const target = changes[0]?.subject.wanted.target ?? '/etc/hosts';
  const [before] = await session.host.files.read([target]);
  if (before instanceof Error) throw before;
  if (before !== undefined) await session.backup(target, before);
  let lines = parseHosts(before?.toString('utf8') ?? '');
  for (const { subject, diff } of changes) {
    const { wanted } = subject;
    if (diff.removes) {
      lines = lines.filter((line) => !isNamed(line, wanted.name, wanted.ip));
      continue;
    }
    const old = findHost(lines, wanted.name, wanted.ip);
    const line = hostLine({
      name: wanted.name,
      ip: wanted.ip ?? old?.entry?.ip ?? '',
      aliases: wanted.host_aliases ?? old?.entry?.aliases ?? [],
      comment: wanted.comment ?? old?.entry?.comment ?? '',
    });
    if (old === undefined) lines.push(line);
    else lines = lines.with(lines.indexOf(old), line);
  }
  await session.host.files.write(target, printHosts(lines));
}
