import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { accessState } from './access.js';
import type { WantedFile } from './attributes.js';
import { compareContents } from './compare-contents.js';
import type { Source } from './sources.js';
import { territoryOf } from './territory.js';
import { walk } from './walk.js';

/** A directory whose content is managed with it. */
export interface ManagedDirectory {
  readonly wanted: WantedFile;
  /** Where it is: not its own path where a link was followed. */
  readonly path: string;
  readonly source: Source | undefined;
  readonly accounts: Accounts;
}

/** Something in a directory that is not as it should be. */
export interface Child {
  readonly path: string;
  readonly kind: FileStatus['kind'];
  /** What it is copied from; undefined where it only gets owner, group and mode. */
  readonly source: Source | undefined;
  /** `new`, or the properties that differ. */
  readonly reasons: readonly string[];
}

/** What has to happen in a directory. */
export interface Survey {
  /** In the order in which they can be made. */
  readonly changes: readonly Child[];
  /** In the order in which they can be removed. */
  readonly purges: readonly { readonly path: string; readonly kind: FileStatus['kind'] }[];
}

/** `/etc/glance/policy.d/images.yaml (content, mode)` */
export function describeChild({ path, reasons }: Child): string {
  return `${path} (${reasons.join(', ')})`;
}

/** Compares what is in a directory with its source and with what it wants of its content. */
export async function surveyDirectory(
  session: Session,
  directory: ManagedDirectory,
): Promise<Survey | Error> {
  const { wanted, path: root, source, accounts } = directory;
  const { files } = session.host;
  const territory = territoryOf(wanted.path, session.managed('file'));
  const options = {
    limit: wanted.recurselimit,
    ignore: wanted.ignore,
    skip: (name: string) => territory.isForeign(posix.join(wanted.path, name)),
  };
  let there: ReadonlyMap<string, FileStatus>;
  let given: ReadonlyMap<string, FileStatus> = new Map();
  try {
    there = await walk(files, root, { ...options, follow: false });
    if (source?.status.kind === 'directory') {
      given = await walk(source.files, source.path, { ...options, follow: wanted.links === 'follow' });
    }
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }

  const children: (Child & { readonly name: string })[] = [];
  const purges: { path: string; kind: FileStatus['kind'] }[] = [];
  for (const [name, status] of given) {
    if (source === undefined || status.kind === 'other') continue;
    const from = { files: source.files, path: posix.join(source.path, name), status };
    children.push({ name, path: posix.join(root, name), kind: status.kind, source: from, reasons: [] });
  }
  if (wanted.recurse === true) {
    for (const [name, { kind }] of there) {
      if (given.has(name) || (wanted.replace && isBelowOther(name, given))) continue;
      const path = posix.join(root, name);
      if (wanted.purge && isPurgeable(name, kind)) purges.unshift({ path, kind });
      else children.push({ name, path, kind, source: undefined, reasons: [] });
    }
  }
  /** As in Puppet, directories are only purged by force; what is in them goes all the same. */
  function isPurgeable(name: string, kind: FileStatus['kind']): boolean {
    return kind !== 'directory' || (wanted.force && !territory.holdsForeign(posix.join(wanted.path, name)));
  }

  const contents = await contentReasons(session, wanted, children, there);
  if (contents instanceof Error) return contents;
  const changes = children.flatMap(({ name, ...child }) => {
    const status = there.get(name);
    const reasons = [...childReasons(wanted, child, status, accounts), ...(contents.get(name) ?? [])];
    return reasons.length === 0 ? [] : [{ ...child, reasons }];
  });
  return { changes, purges };
}

/** Whether the source has a file or a link where the way to a path is a directory, so that it goes with that. */
function isBelowOther(name: string, given: ReadonlyMap<string, FileStatus>): boolean {
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
    if ((given.get(name.slice(0, end))?.kind ?? 'directory') !== 'directory') return true;
  }
  return false;
}

function childReasons(
  wanted: WantedFile,
  { kind, source }: Child,
  status: FileStatus | undefined,
  accounts: Accounts,
): string[] {
  if (status === undefined) return ['new'];
  if (status.kind !== kind) return wanted.replace ? [`a ${status.kind}, not a ${kind}`] : [];
  const reasons: string[] = [];
  if (kind === 'link' && source !== undefined && wanted.replace && status.target !== source.status.target) {
    reasons.push('target');
  }
  const is = accessState(wanted, status, accounts);
  for (const property of ['owner', 'group', 'mode'] as const) {
    if (wanted[property] !== undefined && is[property] !== wanted[property]) reasons.push(property);
  }
  return reasons;
}

async function contentReasons(
  session: Session,
  wanted: WantedFile,
  children: readonly (Child & { readonly name: string })[],
  there: ReadonlyMap<string, FileStatus>,
): Promise<Map<string, readonly string[]> | Error> {
  const compared = children.flatMap(({ name, path, kind, source }) => {
    const status = there.get(name);
    const counts = wanted.replace && kind === 'file' && status?.kind === 'file' && source !== undefined;
    return counts ? [{ name, path, status, wanted: source, asText: false }] : [];
  });
  const differences = await compareContents(session.host.files, compared);
  const failed = differences.find((difference) => difference instanceof Error);
  if (failed instanceof Error) return failed;
  return new Map(
    compared.map(({ name }, index) => [name, differences[index] === undefined ? [] : ['content']]),
  );
}
