import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { reveal } from '../../secrets/secret.js';
import { findDeclaredAccounts } from '../accounts/missing-accounts.js';
import { type AccessState, loadAccounts, resolveOwnership, toAccessState } from './access.js';
import type { attributes, WantedFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { type Comparison, type ContentDifference, compareContents } from './compare-contents.js';
import { compareDirectory, describeEntry } from './compare-directory.js';
import { findObstacle, findSourceProblem, followsLinks, needsSource, resolveKind } from './desired-kind.js';
import { hasDesiredChecksum } from './has-desired-checksum.js';
import { type PathStatus, readStatuses } from './read-statuses.js';
import { type Label, managesLabel, readLabels, toLabelState } from './selinux-label.js';
import { applySourcePermissions } from './source-permissions.js';
import { findSources, type Source } from './sources.js';

/** One resource with what was found of it. */
class ObservedFile {
  constructor(
    readonly reference: string,
    readonly wanted: WantedFile,
    readonly path: string,
    readonly status: FileStatus,
    readonly source: Source | undefined,
    readonly accounts: Accounts,
  ) {}

  /** What is wanted, with the permissions of the source where they count. */
  get effective(): WantedFile {
    return applySourcePermissions(this.wanted, this.source?.status, false, this.accounts);
  }
}

/** Reads the state of all files: one look at all of them, and one reading of those whose content counts. */
export async function readFiles(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const { files } = session.host;
  const paths = subjects.map(({ wanted }) => wanted.path);
  const found = await readStatuses(files, paths, (index) => followsLinks(subjects[index]?.wanted));
  const sources = await findSources(session, await selectWithSources(session, subjects, found));
  const accounts = await loadAccounts(session, subjects);

  const states = new Map<string, State | Unreadable>();
  const sights = new Map<string, ObservedFile>();
  for (const [index, subject] of subjects.entries()) {
    const { title } = subject;
    const seen = judgeStatus(session, subject, found[index] as PathStatus, sources.get(title), accounts);
    if (seen instanceof ObservedFile) sights.set(title, seen);
    else states.set(title, seen);
  }

  const differences = await compareFileContents(session, sights);
  for (const [title, sight] of sights) {
    const difference = differences.get(title);
    if (difference instanceof Error) states.set(title, Unreadable.because(difference));
    else states.set(title, await readState(session, sight, difference).catch(Unreadable.because));
  }
  if (session.planning) predictMissingOwners(session, subjects, accounts, states);
  return states;
}

/** Finds what is to be given to somebody who does not exist, and whom the catalog does not make. */
function predictMissingOwners(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  accounts: Accounts,
  states: Map<string, State | Unreadable>,
): void {
  let coming: ReturnType<typeof findDeclaredAccounts> | undefined;
  for (const { title, wanted } of subjects) {
    const state = states.get(title);
    if (wanted.ensure === 'absent' || state === undefined || state instanceof Unreadable) continue;
    const { owner = '', group = '' } = wanted;
    try {
      resolveOwnership(wanted, accounts);
    } catch (error) {
      coming ??= findDeclaredAccounts(session);
      if (coming.users.has(owner) || coming.groups.has(group)) continue;
      states.set(title, Unreadable.unmakeable(messageOf(error), state));
    }
  }
}

async function readState(
  session: Session,
  sight: ObservedFile,
  difference: ContentDifference | undefined,
): Promise<State | Unreadable> {
  const [label] = await readLabels(session, sight.wanted, sight.reference, [sight.path]);
  if (hasManagedEntries(sight)) return readDirectoryState(session, sight, difference, label);
  return toState(sight, difference, label);
}

/** What is known of a path before anything is read: its state, or what is left to compare. */
function judgeStatus(
  session: Session,
  { reference, wanted }: Subject<typeof attributes>,
  { path, status }: PathStatus,
  found: Source | string | undefined,
  accounts: Accounts,
): State | Unreadable | ObservedFile {
  if (status instanceof Error) return Unreadable.because(status);
  const source = typeof found === 'string' ? undefined : found;
  const misfit = typeof found === 'string' ? found : source && findSourceProblem(wanted, source);
  if (misfit !== undefined) {
    const comes = status === undefined && wanted.source?.some((one) => session.managed('file').has(one));
    // That something is still to change before it is no promise that it brings the source.
    return comes ? toAbsentState(wanted) : Unreadable.misfit(misfit);
  }
  const kind = resolveKind(wanted, status, source);
  if (status === undefined)
    return kind === undefined || wanted.ensure === 'absent'
      ? toInSyncAbsentState(wanted)
      : toAbsentState(wanted);
  const inTheWay =
    wanted.ensure === 'absent' || kind !== status.kind ? findObstacle(wanted, status) : undefined;
  if (inTheWay !== undefined) return Unreadable.misfit(inTheWay);
  if (wanted.ensure === 'absent') return { ensure: describeKind(status) };
  return new ObservedFile(reference, wanted, path, status, source, accounts);
}

async function compareFileContents(
  session: Session,
  sights: ReadonlyMap<string, ObservedFile>,
): Promise<Map<string, ContentDifference | Error | undefined>> {
  const titles: string[] = [];
  const comparisons: Comparison[] = [];
  for (const [title, { wanted, path, status, source }] of sights) {
    const content = source ?? (wanted.content === undefined ? undefined : toBuffer(reveal(wanted.content)));
    const counts = content !== undefined && wanted.replace && status.kind === 'file';
    if (!counts || resolveKind(wanted, status, source) !== 'file') continue;
    titles.push(title);
    comparisons.push({ path, status, content, asText: wanted.show_diff, wanted });
  }
  const differences = await compareContents(session, comparisons);
  return new Map(titles.map((title, index) => [title, differences[index]]));
}

/** Whether what is in a directory is managed too. */
function hasManagedEntries({ wanted, status, source }: ObservedFile): boolean {
  const { kind } = status;
  return kind === 'directory' && kind === resolveKind(wanted, status, source) && Boolean(wanted.recurse);
}

function toState(
  sight: ObservedFile,
  difference: ContentDifference | undefined,
  label: Label | undefined,
): State {
  const { wanted, status, source, effective, accounts } = sight;
  const { kind } = status;
  const fits = kind === resolveKind(wanted, status, source);
  const { owner, group, mode } = toAccessState(effective, status, accounts);
  const other = difference ?? compareWithSource(sight, { owner, group, mode });
  // One literal and no spreading: there are thousands of these.
  return {
    ensure: kind,
    owner,
    group,
    mode,
    ...(managesLabel(wanted) ? toLabelState(wanted, label) : {}),
    // Nothing but what is wanted is there to compare: a link has no content.
    content: wanted.content === undefined || !fits ? undefined : (difference?.is ?? reveal(wanted.content)),
    source:
      fits && other === undefined
        ? wanted.source
        : wanted.source && (other ?? { is: describeKind(status), should: source?.path }),
    target: !wanted.replace || (wanted.recurse && fits) ? (wanted.target ?? status.target) : status.target,
    recurse: fits ? wanted.recurse : undefined,
    purge: fits ? wanted.purge : undefined,
  };
}

/** What a source has that is neither content nor named by an attribute: where a link points, and permissions. */
function compareWithSource(
  { wanted, effective, status, source }: ObservedFile,
  is: AccessState,
): ContentDifference | undefined {
  if (source === undefined || !wanted.replace) return undefined;
  const { target } = source.status;
  if (source.status.kind === 'link' && status.kind === 'link' && target !== status.target)
    return { is: `link to ${status.target}`, should: `link to ${target}` };
  const differing = (['owner', 'group', 'mode'] as const).filter(
    (name) => wanted[name] === undefined && effective[name] !== undefined && effective[name] !== is[name],
  );
  if (differing.length === 0) return undefined;
  const shown = (from: AccessState | WantedFile) =>
    differing.map((name) => `${name} ${from[name]}`).join(', ');
  return { is: shown(is), should: shown(effective) };
}

/** The same of a directory with what is in it. */
async function readDirectoryState(
  session: Session,
  sight: ObservedFile,
  difference: ContentDifference | undefined,
  label: Label | undefined,
): Promise<State | Unreadable> {
  const survey = await compareDirectory(session, sight);
  if (survey instanceof Error) return Unreadable.because(survey);
  const { wanted } = sight;
  return {
    ...toState(sight, difference, label),
    recurse: survey.changes.length === 0 ? wanted.recurse : survey.changes.map(describeEntry),
    purge: survey.purges.length === 0 ? wanted.purge : survey.purges.map((purge) => purge.path),
  };
}

/** Nothing is there; of its content, only what a source has is still to come. */
function toAbsentState({ source, target, recurse, purge }: WantedFile): State {
  const fills = (source ?? target) !== undefined && recurse;
  return { ensure: 'absent', recurse: fills ? undefined : recurse, purge };
}

/** The state of something that is not there and does not have to be. */
function toInSyncAbsentState(wanted: WantedFile): State {
  const { owner, group, mode, recurse, purge } = wanted;
  return { ensure: 'absent', owner, group, mode, recurse, purge, ...toLabelState(wanted, undefined) };
}

/** The resources whose sources count: not where a file stays as it is, or has the checksum that is wanted already. */
async function selectWithSources(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  found: readonly PathStatus[],
): Promise<Subject<typeof attributes>[]> {
  const counting: Subject<typeof attributes>[] = [];
  for (const [index, subject] of subjects.entries()) {
    const there = found[index] as PathStatus;
    if (there.status instanceof Error || !needsSource(subject.wanted, there.status)) continue;
    if (!(await hasDesiredChecksum(session, subject.wanted, there))) counting.push(subject);
  }
  return counting;
}
