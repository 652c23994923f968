import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import type { Accounts } from '../../hosts/accounts.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { RESOLVED_PATH } from '../../hosts/resolved-path.js';
import { toAccessState } from './access.js';
import type { DesiredFile } from './attributes.js';
import { compareContents } from './compare-contents.js';
import {
  type DesiredEntry,
  isBelowNonDirectory,
  linkTargetOf,
  listDesiredEntries,
} from './desired-entries.js';
import { findManagedEntries } from './managed-entries.js';
import { buildPurgeScope } from './purge-scope.js';
import { compareLabel, managesLabel, readLabels } from './selinux-label.js';
import { applySourcePermissions } from './source-permissions.js';
import type { Source } from './sources.js';
import { findUnsafeOwnerChange } from './unsafe-owner-change.js';
import { walkDirectory } from './walk-directory.js';

/** A directory that is managed with its content. */
export interface ManagedDirectory {
  /** The reference of the resource, for messages. */
  readonly reference: string;
  readonly desired: DesiredFile;
  /** The path of the directory, with links followed if the resource follows them. */
  readonly path: string;
  readonly source: Source | undefined;
  readonly accounts: Accounts;
}

/** A file or directory below that is not in sync. */
export interface ChangedEntry extends DesiredEntry {
  readonly path: string;
  /** The path with the links to the directory resolved. */
  readonly real: string;
  /** `new`, or the properties that differ. */
  readonly reasons: readonly string[];
}

type NamedEntry = ChangedEntry & { readonly name: string };

/** A file or directory below that is purged. */
interface PurgedEntry {
  readonly path: string;
  /** The path with the links to the directory resolved. */
  readonly real: string;
  readonly kind: FileStatus['kind'];
}

/** The difference between a directory and its desired content. */
export interface DirectoryDifference {
  /** The directory, without links. */
  readonly root: string;
  /** In the order in which they can be applied. */
  readonly changes: readonly ChangedEntry[];
  /** In the order in which they can be removed. */
  readonly purges: readonly PurgedEntry[];
}

/** `/etc/glance/policy.d/images.yaml (content, mode)` */
export function describeEntry({ path, reasons }: ChangedEntry): string {
  return `${path} (${reasons.join(', ')})`;
}

/** Compares the content of a directory with its source and with the attributes that apply to its content. */
export async function compareDirectory(
  session: Session,
  directory: ManagedDirectory,
): Promise<DirectoryDifference | Error> {
  const { desired, path: root, source, reference } = directory;
  const { files } = session.host;
  // By their real paths: other resources may use another path for the same directory.
  const real = await findManagedEntries(session, root);
  const scope = buildPurgeScope(real.root, real.entries);
  const options = {
    limit: desired.recurselimit,
    ignore: desired.ignore,
    skip: (name: string) => scope.isManagedElsewhere(posix.join(real.root, name)),
  };
  let existing: ReadonlyMap<string, FileStatus>;
  let entries: ReadonlyMap<string, DesiredEntry>;
  try {
    existing = await walkDirectory(files, real.root, { ...options, follow: false, ...RESOLVED_PATH });
    entries = await listDesiredEntries(files, desired, source, options);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  const count = new Set([...entries.keys(), ...(desired.recurse === true ? existing.keys() : [])]).size;
  if (desired.max_files > 0 && count > desired.max_files)
    return new Error(
      `${root} contains ${count} files and directories, and max_files is ${desired.max_files}`,
    );

  const pathsOf = (name: string) => ({ path: posix.join(root, name), real: posix.join(real.root, name) });
  const children: NamedEntry[] = [];
  const purges: PurgedEntry[] = [];
  for (const [name, child] of entries) children.push({ name, ...pathsOf(name), reasons: [], ...child });
  if (desired.recurse === true) {
    for (const [name, { kind, special }] of existing) {
      if (entries.has(name) || (desired.replace && isBelowNonDirectory(name, entries))) continue;
      const paths = pathsOf(name);
      if (desired.purge && isPurgeable(name, special ?? kind)) purges.unshift({ ...paths, kind });
      else children.push({ name, ...paths, kind, source: undefined, reasons: [] });
    }
  }
  /** As in Puppet, directories are only purged with force; their content is purged in any case. */
  function isPurgeable(name: string, what: string): boolean {
    if (what === 'directory') return desired.force && !scope.containsManaged(posix.join(real.root, name));
    return what !== 'device' || desired.force;
  }

  const contents = await compareEntryContents(session, desired, children, existing);
  if (contents instanceof Error) return contents;
  const present = children.filter(({ name }) => existing.has(name)).map(({ path }) => path);
  const found = managesLabel(desired) ? await readLabels(session, desired, reference, present) : [];
  const labels = new Map(found.map((label, index) => [present[index], label]));
  const changes = children.flatMap(({ name, ...child }) => {
    const status = existing.get(name);
    const reasons = [
      ...compareEntry(directory, child, status),
      ...(contents.get(name) ?? []),
      ...compareLabel(desired, labels.get(child.path)),
    ];
    return reasons.length === 0 ? [] : [{ ...child, reasons }];
  });
  for (const child of changes) {
    const why = await findUnsafeOwnerChange(files, directory, child, real.root);
    if (why !== undefined) return why;
  }
  return { root: real.root, changes, purges };
}

function compareEntry(
  { desired, accounts }: ManagedDirectory,
  child: ChangedEntry,
  status: FileStatus | undefined,
): string[] {
  const { kind, source } = child;
  if (status === undefined) return ['new'];
  if (status.kind !== kind) return desired.replace ? [`a ${describeKind(status)}, not a ${kind}`] : [];
  const reasons: string[] = [];
  const target = linkTargetOf(child);
  if (kind === 'link' && target !== undefined && desired.replace && status.target !== target) {
    reasons.push('target');
  }
  const effective = applySourcePermissions(desired, source?.status, false, accounts);
  const is = toAccessState(effective, status, accounts);
  for (const property of ['owner', 'group', 'mode'] as const) {
    if (effective[property] !== undefined && is[property] !== effective[property]) reasons.push(property);
  }
  return reasons;
}

async function compareEntryContents(
  session: Session,
  desired: DesiredFile,
  children: readonly NamedEntry[],
  existing: ReadonlyMap<string, FileStatus>,
): Promise<Map<string, readonly string[]> | Error> {
  const compared = children.flatMap(({ name, path, kind, source }) => {
    const status = existing.get(name);
    const isCompared = desired.replace && kind === 'file' && status?.kind === 'file' && source !== undefined;
    return isCompared ? [{ name, path, status, content: source, asText: false, desired }] : [];
  });
  const differences = await compareContents(session, compared);
  const failed = differences.find((difference) => difference instanceof Error);
  if (failed instanceof Error) return failed;
  return new Map(
    compared.map(({ name }, index) => [name, differences[index] === undefined ? [] : ['content']]),
  );
}
