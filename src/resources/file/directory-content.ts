import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { NO_LINKS } from '../../hosts/no-links.js';
import { accessState } from './access.js';
import type { WantedFile } from './attributes.js';
import { compareContents } from './compare-contents.js';
import { reasonNotToGive } from './given-links.js';
import { look } from './look.js';
import { managedEntries } from './managed-entries.js';
import { labelDifferences, labelsOf, wantsLabel } from './selinux.js';
import { withPermissions } from './source-permissions.js';
import type { Source } from './sources.js';
import { territoryOf } from './territory.js';
import { type WalkOptions, walk } from './walk.js';

/** A directory whose content is managed with it. */
export interface ManagedDirectory {
  /** Of its resource, for messages. */
  readonly reference: string;
  readonly wanted: WantedFile;
  /** Where it is: not its own path where a link was followed. */
  readonly path: string;
  readonly source: Source | undefined;
  readonly accounts: Accounts;
}

/** Something in a directory that is not as it should be. */
export interface Child {
  readonly path: string;
  /** The path without the links that lead to the directory. */
  readonly real: string;
  readonly kind: FileStatus['kind'];
  /** What it is copied from; undefined where it only gets owner, group and mode. */
  readonly source: Source | undefined;
  /** Where a link points that is neither copied nor there. */
  readonly target?: string | undefined;
  /** `new`, or the properties that differ. */
  readonly reasons: readonly string[];
}

type NamedChild = Child & { readonly name: string };

/** Something in a directory that goes. */
interface Purge {
  readonly path: string;
  /** The path without the links that lead to the directory. */
  readonly real: string;
  readonly kind: FileStatus['kind'];
}

/** What has to happen in a directory. */
export interface Survey {
  /** The directory, without links. */
  readonly root: string;
  /** In the order in which they can be made. */
  readonly changes: readonly Child[];
  /** In the order in which they can be removed. */
  readonly purges: readonly Purge[];
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
  const { wanted, path: root, source, reference } = directory;
  const { files } = session.host;
  // By their real paths: other resources may speak of the same directory by another name.
  const real = await managedEntries(session, root);
  const territory = territoryOf(real.root, real.entries);
  const options = {
    limit: wanted.recurselimit,
    ignore: wanted.ignore,
    skip: (name: string) => territory.isForeign(posix.join(real.root, name)),
  };
  let there: ReadonlyMap<string, FileStatus>;
  let given: ReadonlyMap<string, Pick<Child, 'kind' | 'source' | 'target'>>;
  try {
    there = await walk(files, real.root, { ...options, follow: false, ...NO_LINKS });
    given =
      wanted.target === undefined
        ? await copied(source, wanted, options)
        : await linked(files, posix.resolve(posix.dirname(wanted.path), wanted.target), options);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  const count = new Set([...given.keys(), ...(wanted.recurse === true ? there.keys() : [])]).size;
  if (wanted.max_files > 0 && count > wanted.max_files)
    return new Error(`${root} comes to ${count} files and directories, and max_files is ${wanted.max_files}`);

  const pathsOf = (name: string) => ({ path: posix.join(root, name), real: posix.join(real.root, name) });
  const children: NamedChild[] = [];
  const purges: Purge[] = [];
  for (const [name, child] of given) children.push({ name, ...pathsOf(name), reasons: [], ...child });
  if (wanted.recurse === true) {
    for (const [name, { kind, special }] of there) {
      if (given.has(name) || (wanted.replace && isBelowOther(name, given))) continue;
      const paths = pathsOf(name);
      if (wanted.purge && isPurgeable(name, special ?? kind)) purges.unshift({ ...paths, kind });
      else children.push({ name, ...paths, kind, source: undefined, reasons: [] });
    }
  }
  /** As in Puppet, directories are only purged by force; what is in them goes all the same. */
  function isPurgeable(name: string, what: string): boolean {
    if (what === 'directory') return wanted.force && !territory.holdsForeign(posix.join(real.root, name));
    return what !== 'device' || wanted.force;
  }

  const contents = await contentReasons(session, wanted, children, there);
  if (contents instanceof Error) return contents;
  const present = children.filter(({ name }) => there.has(name)).map(({ path }) => path);
  const found = wantsLabel(wanted) ? await labelsOf(session, wanted, reference, present) : [];
  const labels = new Map(found.map((label, index) => [present[index], label]));
  const changes = children.flatMap(({ name, ...child }) => {
    const status = there.get(name);
    const reasons = [
      ...childReasons(directory, child, status),
      ...(contents.get(name) ?? []),
      ...labelDifferences(wanted, labels.get(child.path)),
    ];
    return reasons.length === 0 ? [] : [{ ...child, reasons }];
  });
  for (const child of changes) {
    const why = await whyNotToGive(files, directory, child, real.root);
    if (why !== undefined) return why;
  }
  return { root: real.root, changes, purges };
}

type Given = Map<string, Pick<Child, 'kind' | 'source' | 'target'>>;

/** What the sources have, of which the first has the say. */
async function copied(
  source: Source | undefined,
  wanted: WantedFile,
  options: Omit<WalkOptions, 'follow'>,
): Promise<Given> {
  const given: Given = new Map();
  const sources = source?.status.kind === 'directory' ? [source, ...(source.others ?? [])] : [];
  for (const from of sources) {
    const entries = await walk(from.files, from.path, { ...options, follow: wanted.links === 'follow' });
    for (const [name, status] of entries) {
      const path = posix.join(from.path, name);
      if (status.kind === 'other')
        raise(
          'file.recursion',
          `its source has ${path}, a ${describeKind(status)} that cannot be copied; name it in ignore to leave it out`,
        );
      if (!given.has(name) && !isBelowOther(name, given))
        given.set(name, { kind: status.kind, source: { files: from.files, path, status } });
    }
  }
  return given;
}

/** The directories of what a target has, and a link to each of everything else. */
async function linked(
  files: HostFiles,
  target: string,
  options: Omit<WalkOptions, 'follow'>,
): Promise<Given> {
  const [there] = (await look(files, [target], () => true)).map(({ status }) => status);
  if (there instanceof Error) throw there;
  if (there?.kind !== 'directory')
    raise(
      'file.recursion',
      `its target ${target} is ${there === undefined ? 'not there' : `a ${describeKind(there)}`}; recurse links what is in a directory`,
    );
  const entries = await walk(files, target, { ...options, follow: false });
  return new Map(
    [...entries].map(([name, { kind }]) => [
      name,
      kind === 'directory'
        ? { kind, source: undefined }
        : { kind: 'link', source: undefined, target: posix.join(target, name) },
    ]),
  );
}

/** Whether the source has a file or a link where the way to a path is a directory, so that it goes with that. */
function isBelowOther(name: string, given: ReadonlyMap<string, Pick<Child, 'kind'>>): boolean {
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
    if ((given.get(name.slice(0, end))?.kind ?? 'directory') !== 'directory') return true;
  }
  return false;
}

function childReasons(
  { wanted, accounts }: ManagedDirectory,
  child: Child,
  status: FileStatus | undefined,
): string[] {
  const { kind, source } = child;
  if (status === undefined) return ['new'];
  if (status.kind !== kind) return wanted.replace ? [`a ${describeKind(status)}, not a ${kind}`] : [];
  const reasons: string[] = [];
  const target = targetOf(child);
  if (kind === 'link' && target !== undefined && wanted.replace && status.target !== target) {
    reasons.push('target');
  }
  const effective = withPermissions(wanted, source?.status, false, accounts);
  const is = accessState(effective, status, accounts);
  for (const property of ['owner', 'group', 'mode'] as const) {
    if (effective[property] !== undefined && is[property] !== effective[property]) reasons.push(property);
  }
  return reasons;
}

/** Why a link that is there is not given to another owner; undefined where it may be, and of what is no such link. */
export async function whyNotToGive(
  files: HostFiles,
  { wanted: { owner }, accounts }: ManagedDirectory,
  child: Child,
  root: string,
): Promise<Error | undefined> {
  if (child.kind !== 'link' || !child.reasons.includes('owner') || targetOf(child) !== undefined)
    return undefined;
  const uid = owner === undefined ? undefined : accounts.uid(owner);
  return reasonNotToGive(files, { real: child.real, root, uid });
}

/** Where a link that is made points to; undefined where the one that is there stays. */
export function targetOf({ source, target }: Pick<Child, 'source' | 'target'>): string | undefined {
  return target ?? source?.status.target;
}

async function contentReasons(
  session: Session,
  wanted: WantedFile,
  children: readonly NamedChild[],
  there: ReadonlyMap<string, FileStatus>,
): Promise<Map<string, readonly string[]> | Error> {
  const compared = children.flatMap(({ name, path, kind, source }) => {
    const status = there.get(name);
    const counts = wanted.replace && kind === 'file' && status?.kind === 'file' && source !== undefined;
    return counts ? [{ name, path, status, content: source, asText: false, wanted }] : [];
  });
  const differences = await compareContents(session, compared);
  const failed = differences.find((difference) => difference instanceof Error);
  if (failed instanceof Error) return failed;
  return new Map(
    compared.map(({ name }, index) => [name, differences[index] === undefined ? [] : ['content']]),
  );
}
