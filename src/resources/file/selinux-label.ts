import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Links } from '../../hosts/host-files.js';
import type { DesiredFile } from './attributes.js';

/** The parts of a label, by their attributes. */
export type Label = Readonly<Record<(typeof labelParts)[number], string | undefined>>;

const labelParts = ['seluser', 'selrole', 'seltype', 'selrange'] as const;

const OPTIONS = { seluser: '-u', selrole: '-r', seltype: '-t', selrange: '-l' } as const;

/** The number of paths per command, which is below the limit of arguments. */
const PATHS_PER_COMMAND = 500;

/** Whether a resource manages labels. */
export function managesLabel(desired: DesiredFile): boolean {
  return labelParts.some((part) => desired[part] !== undefined);
}

/**
 * Reads the labels of many paths. On a host without SELinux labels do not exist, and the attributes of the resource have
 * no effect: that is warned about once, and they count as in sync.
 */
export async function readLabels(
  session: Session,
  desired: DesiredFile,
  reference: string,
  paths: readonly string[],
): Promise<(Label | undefined)[]> {
  if (!managesLabel(desired)) return paths.map(() => undefined);
  if (session.facts.os?.selinux?.enabled !== true) {
    const attributes = labelParts.filter((part) => desired[part] !== undefined).join(', ');
    session.warn(reference, `${attributes} has no effect: SELinux is not enabled on this host`);
    return paths.map(() => undefined);
  }
  const labels: Label[] = [];
  for (let at = 0; at < paths.length; at += PATHS_PER_COMMAND) {
    const some = paths.slice(at, at + PATHS_PER_COMMAND);
    const result = await session.host.run({ argv: ['/usr/bin/stat', '--printf=%C\\n', '--', ...some] });
    if (result.status !== 0)
      raise('file.selinux', `the SELinux labels cannot be read: ${result.failure ?? result.stderr.trim()}`);
    labels.push(...result.stdout.trimEnd().split('\n').map(parseLabel));
  }
  return labels;
}

/** Returns the parts of a label that are not in sync. */
export function compareLabel(desired: DesiredFile, label: Label | undefined): (keyof Label)[] {
  if (label === undefined) return [];
  return labelParts.filter((part) => desired[part] !== undefined && desired[part] !== label[part]);
}

/** Returns the state of the label's attributes: the observed one, or the desired one on a host without labels. */
export function toLabelState(desired: DesiredFile, label: Label | undefined): Label {
  return (
    label ?? {
      seluser: desired.seluser,
      selrole: desired.selrole,
      seltype: desired.seltype,
      selrange: desired.selrange,
    }
  );
}

/**
 * Sets the parts of a path's label that are not in sync. `chcon` is run in the directory, which is held open: it does not
 * follow links that another user creates in the meantime.
 */
export async function setLabel(
  session: Session,
  {
    desired,
    reference,
    path,
    links,
  }: { desired: DesiredFile; reference: string; path: string; links?: Links | undefined },
): Promise<void> {
  const [label] = await readLabels(session, desired, reference, [path]);
  const parts = compareLabel(desired, label);
  if (parts.length === 0) return;
  const options = parts.flatMap((part) => [OPTIONS[part], desired[part] ?? '']);
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
