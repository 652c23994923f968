import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { reveal } from '../../secrets/secret.js';
import { findDeclaredAccounts } from '../accounts/missing-accounts.js';
import { type AccessState, loadAccounts, resolveOwnership, toAccessState } from './access.js';
import type { attributes, DesiredFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { type Comparison, type ContentDifference, compareContents } from './compare-contents.js';
import { compareDirectory, describeEntry } from './compare-directory.js';
import { findObstacle, findSourceProblem, followsLinks, needsSource, resolveKind } from './desired-kind.js';
import { hasDesiredChecksum } from './has-desired-checksum.js';
import { type PathStatus, readStatuses } from './read-statuses.js';
import { type Label, managesLabel, readLabels, toLabelState } from './selinux-label.js';
import { applySourcePermissions } from './source-permissions.js';
import { findSources, type Source } from './sources.js';

/** A resource with the status of its path. */
class ObservedFile {
  constructor(
    readonly reference: string,
    readonly desired: DesiredFile,
    readonly path: string,
    readonly status: FileStatus,
    readonly source: Source | undefined,
    readonly accounts: Accounts,
  ) {}

  /** The desired state, with the permissions of the source if they apply. */
  get effective(): DesiredFile {
    return applySourcePermissions(this.desired, this.source?.status, false, this.accounts);
  }
}

/** Reads the state of all files: one request for their statuses, and one for the contents that are compared. */
export async function readFiles(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const { files } = session.host;
  const paths = subjects.map(({ desired }) => desired.path);
  const found = await readStatuses(files, paths, (index) => followsLinks(subjects[index]?.desired));
  const sources = await findSources(session, await selectWithSources(session, subjects, found));
  const accounts = await loadAccounts(session, subjects);

  const states = new Map<string, State | Unreadable>();
  const observed = new Map<string, ObservedFile>();
  for (const [index, subject] of subjects.entries()) {
    const { title } = subject;
    const judged = judgeStatus(session, subject, ensureDefined(found[index]), sources.get(title), accounts);
    if (judged instanceof ObservedFile) observed.set(title, judged);
    else states.set(title, judged);
  }

  const differences = await compareFileContents(session, observed);
  for (const [title, file] of observed) {
    const difference = differences.get(title);
    if (difference instanceof Error) states.set(title, Unreadable.because(difference));
    else states.set(title, await readState(session, file, difference).catch(Unreadable.because));
  }
  if (session.planning) predictMissingOwners(session, subjects, accounts, states);
  return states;
}

/** Finds files whose owner or group does not exist, and is not created by the catalog. */
function predictMissingOwners(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  accounts: Accounts,
  states: Map<string, State | Unreadable>,
): void {
  let declared: ReturnType<typeof findDeclaredAccounts> | undefined;
  for (const { title, desired } of subjects) {
    const state = states.get(title);
    if (desired.ensure === 'absent' || state === undefined || state instanceof Unreadable) continue;
    if (findOwnershipProblem(desired, accounts) === undefined) continue;
    declared ??= findDeclaredAccounts(session);
    const owner = declared.users.has(desired.owner ?? '') ? undefined : desired.owner;
    const group = declared.groups.has(desired.group ?? '') ? undefined : desired.group;
    const problem = findOwnershipProblem({ ...desired, owner, group }, accounts);
    if (problem !== undefined) states.set(title, Unreadable.blocked(problem, state));
  }
}

function findOwnershipProblem(desired: DesiredFile, accounts: Accounts): string | undefined {
  try {
    resolveOwnership(desired, accounts);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

async function readState(
  session: Session,
  file: ObservedFile,
  difference: ContentDifference | undefined,
): Promise<State | Unreadable> {
  const [label] = await readLabels(session, file.desired, file.reference, [file.path]);
  if (hasManagedEntries(file)) return readDirectoryState(session, file, difference, label);
  return toState(file, difference, label);
}

/** Determines the state of a path from its status; if its content has to be read, returns the file to compare. */
function judgeStatus(
  session: Session,
  { reference, desired }: Subject<typeof attributes>,
  { path, status }: PathStatus,
  found: Source | string | undefined,
  accounts: Accounts,
): State | Unreadable | ObservedFile {
  if (status instanceof Error) return Unreadable.because(status);
  const source = typeof found === 'string' ? undefined : found;
  const sourceProblem = typeof found === 'string' ? found : source && findSourceProblem(desired, source);
  if (sourceProblem !== undefined) {
    const isDeclared =
      status === undefined && desired.source?.some((one) => session.managed('file').has(one));
    // Another resource that is still to be changed may create the source, which is not certain.
    return isDeclared ? toAbsentState(desired) : Unreadable.incompatible(sourceProblem);
  }
  const kind = resolveKind(desired, status, source);
  if (status === undefined)
    return kind === undefined || desired.ensure === 'absent'
      ? toInSyncAbsentState(desired)
      : toAbsentState(desired);
  const obstacle =
    desired.ensure === 'absent' || kind !== status.kind ? findObstacle(desired, status) : undefined;
  if (obstacle !== undefined) return Unreadable.incompatible(obstacle);
  if (desired.ensure === 'absent') return { ensure: describeKind(status) };
  return new ObservedFile(reference, desired, path, status, source, accounts);
}

async function compareFileContents(
  session: Session,
  observed: ReadonlyMap<string, ObservedFile>,
): Promise<Map<string, ContentDifference | Error | undefined>> {
  const titles: string[] = [];
  const comparisons: Comparison[] = [];
  for (const [title, { desired, path, status, source }] of observed) {
    const content = source ?? (desired.content === undefined ? undefined : toBuffer(reveal(desired.content)));
    const isCompared = content !== undefined && desired.replace && status.kind === 'file';
    if (!isCompared || resolveKind(desired, status, source) !== 'file') continue;
    titles.push(title);
    comparisons.push({ path, status, content, asText: desired.show_diff, desired });
  }
  const differences = await compareContents(session, comparisons);
  return new Map(titles.map((title, index) => [title, differences[index]]));
}

/** Whether the content of a directory is managed too. */
function hasManagedEntries({ desired, status, source }: ObservedFile): boolean {
  const { kind } = status;
  return kind === 'directory' && kind === resolveKind(desired, status, source) && Boolean(desired.recurse);
}

function toState(
  file: ObservedFile,
  difference: ContentDifference | undefined,
  label: Label | undefined,
): State {
  const { desired, status, source, effective, accounts } = file;
  const { kind } = status;
  const fits = kind === resolveKind(desired, status, source);
  const { owner, group, mode } = toAccessState(effective, status, accounts);
  const other = difference ?? compareWithSource(file, { owner, group, mode });
  // One literal without spreading: thousands of these are created.
  return {
    ensure: kind,
    owner,
    group,
    mode,
    ...(managesLabel(desired) ? toLabelState(desired, label) : {}),
    // If the kind differs, there is no content to compare: a link has none.
    content: desired.content === undefined || !fits ? undefined : (difference?.is ?? reveal(desired.content)),
    source:
      fits && other === undefined
        ? desired.source
        : desired.source && (other ?? { is: describeKind(status), should: source?.path }),
    target: !desired.replace || (desired.recurse && fits) ? (desired.target ?? status.target) : status.target,
    recurse: fits ? desired.recurse : undefined,
    purge: fits ? desired.purge : undefined,
  };
}

/** Compares what a source determines beside the content: the target of a link, and permissions. */
function compareWithSource(
  { desired, effective, status, source }: ObservedFile,
  is: AccessState,
): ContentDifference | undefined {
  if (source === undefined || !desired.replace) return undefined;
  const { target } = source.status;
  if (source.status.kind === 'link' && status.kind === 'link' && target !== status.target)
    return { is: `link to ${status.target}`, should: `link to ${target}` };
  const differing = (['owner', 'group', 'mode'] as const).filter(
    (name) => desired[name] === undefined && effective[name] !== undefined && effective[name] !== is[name],
  );
  if (differing.length === 0) return undefined;
  const format = (from: AccessState | DesiredFile) =>
    differing.map((name) => `${name} ${from[name]}`).join(', ');
  return { is: format(is), should: format(effective) };
}

/** Reads the state of a directory with its content. */
async function readDirectoryState(
  session: Session,
  file: ObservedFile,
  difference: ContentDifference | undefined,
  label: Label | undefined,
): Promise<State | Unreadable> {
  const contents = await compareDirectory(session, file);
  if (contents instanceof Error) return Unreadable.because(contents);
  const { desired } = file;
  return {
    ...toState(file, difference, label),
    recurse: contents.changes.length === 0 ? desired.recurse : contents.changes.map(describeEntry),
    purge: contents.purges.length === 0 ? desired.purge : contents.purges.map((purge) => purge.path),
  };
}

/** Returns the state of a path that does not exist; only the content of a source is missing in it. */
function toAbsentState({ source, target, recurse, purge }: DesiredFile): State {
  const fills = (source ?? target) !== undefined && recurse;
  return { ensure: 'absent', recurse: fills ? undefined : recurse, purge };
}

/** Returns the state of a path that does not exist and does not have to. */
function toInSyncAbsentState(desired: DesiredFile): State {
  const { owner, group, mode, recurse, purge } = desired;
  return { ensure: 'absent', owner, group, mode, recurse, purge, ...toLabelState(desired, undefined) };
}

/** Selects the resources whose sources are read: not if a file stays as it is, or already has the desired checksum. */
async function selectWithSources(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  found: readonly PathStatus[],
): Promise<Subject<typeof attributes>[]> {
  const selected: Subject<typeof attributes>[] = [];
  for (const [index, subject] of subjects.entries()) {
    const one = ensureDefined(found[index]);
    if (one.status instanceof Error || !needsSource(subject.desired, one.status)) continue;
    if (!(await hasDesiredChecksum(session, subject.desired, one))) selected.push(subject);
  }
  return selected;
}
