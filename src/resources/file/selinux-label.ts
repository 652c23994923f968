import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Links } from '../../hosts/host-files.js';
import type { WantedFile } from './attributes.js';

/** The parts of a label, by the attributes that give them. */
export type Label = Readonly<Record<(typeof labelParts)[number], string | undefined>>;

const labelParts = ['seluser', 'selrole', 'seltype', 'selrange'] as const;

const OPTIONS = { seluser: '-u', selrole: '-r', seltype: '-t', selrange: '-l' } as const;

/** As many paths as surely fit into one command. */
const AT_ONCE = 500;

/** Whether a resource says anything about labels. */
export function managesLabel(wanted: WantedFile): boolean {
  return labelParts.some((part) => wanted[part] !== undefined);
}

/**
 * The labels of many paths. On a host without SELinux there are none, and what the resource wants of them has no
 * effect: that is said, once, and counts as it should be.
 */
export async function readLabels(
  session: Session,
  wanted: WantedFile,
  reference: string,
  paths: readonly string[],
): Promise<(Label | undefined)[]> {
  if (!managesLabel(wanted)) return paths.map(() => undefined);
  if (session.facts.os?.selinux?.enabled !== true) {
    const given = labelParts.filter((part) => wanted[part] !== undefined).join(', ');
    session.warn(reference, `${given} has no effect: SELinux is not enabled on this host`);
    return paths.map(() => undefined);
  }
  const labels: Label[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    const result = await session.host.run({ argv: ['/usr/bin/stat', '--printf=%C\\n', '--', ...some] });
    if (result.status !== 0)
      raise('file.selinux', `the SELinux labels cannot be read: ${result.failure ?? result.stderr.trim()}`);
    labels.push(...result.stdout.trimEnd().split('\n').map(parseLabel));
  }
  return labels;
}

/** The parts of a label that a resource wants otherwise than they are. */
export function compareLabel(wanted: WantedFile, label: Label | undefined): (keyof Label)[] {
  if (label === undefined) return [];
  return labelParts.filter((part) => wanted[part] !== undefined && wanted[part] !== label[part]);
}

/** The state of the label's attributes: what is there, or what is wanted where there are no labels. */
export function toLabelState(wanted: WantedFile, label: Label | undefined): Label {
  return (
    label ?? {
      seluser: wanted.seluser,
      selrole: wanted.selrole,
      seltype: wanted.seltype,
      selrange: wanted.selrange,
    }
  );
}

/**
 * Gives a path the parts of a label that a resource wants. `chcon` works in the directory, which is held open: it follows
 * no link on the way, whoever puts one there meanwhile.
 */
export async function setLabel(
  session: Session,
  {
    wanted,
    reference,
    path,
    links,
  }: { wanted: WantedFile; reference: string; path: string; links?: Links | undefined },
): Promise<void> {
  const [label] = await readLabels(session, wanted, reference, [path]);
  const parts = compareLabel(wanted, label);
  if (parts.length === 0) return;
  const options = parts.flatMap((part) => [OPTIONS[part], wanted[part] ?? '']);
  const result = await session.host.run({
    argv: ['/usr/bin/chcon', '--no-dereference', ...options, '--', posix.basename(path) || '.'],
    directory: posix.dirname(path),
    links,
    signal: session.signal,
  });
  if (result.status !== 0)
    raise(
      'file.selinux',
      `the SELinux label of ${path} cannot be set: ${result.failure ?? result.stderr.trim()}`,
    );
}

function parseLabel(text: string): Label {
  const [seluser, selrole, seltype, ...range] = text.split(':');
  return { seluser, selrole, seltype, selrange: range.length === 0 ? undefined : range.join(':') };
}
