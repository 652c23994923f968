import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { reveal } from '../../secrets/secret.js';
import { comingAccounts } from '../accounts/missing-accounts.js';
import { type AccessState, accessState, accountsFor, ownership } from './access.js';
import type { attributes, WantedFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { hasWantedChecksum } from './checksum-value.js';
import { type Comparison, type ContentDifference, compareContents } from './compare-contents.js';
import { describeChild, surveyDirectory } from './directory-content.js';
import { type Found, look } from './look.js';
import { type Label, labelState, labelsOf, wantsLabel } from './selinux.js';
import { withPermissions } from './source-permissions.js';
import { findSources, type Source } from './sources.js';
import { isFollowed, needsSource, obstacle, sourceMisfit, wantedKind } from './wanted-kind.js';

/** One resource with what was found of it. */
class Sight {
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
    return withPermissions(this.wanted, this.source?.status, false, this.accounts);
  }
}

/** Reads the state of all files: one look at all of them, and one reading of those whose content counts. */
export async function readFiles(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const { files } = session.host;
  const paths = subjects.map(({ wanted }) => wanted.path);
  const found = await look(files, paths, (index) => isFollowed(subjects[index]?.wanted));
  const sources = await findSources(session, await withSources(session, subjects, found));
  const accounts = await accountsFor(session, subjects);

  const states = new Map<string, State | Unreadable>();
  const sights = new Map<string, Sight>();
  for (const [index, subject] of subjects.entries()) {
    const { title } = subject;
    const seen = firstLook(session, subject, found[index] as Found, sources.get(title), accounts);
    if (seen instanceof Sight) sights.set(title, seen);
    else states.set(title, seen);
  }

  const differences = await contentDifferences(session, sights);
  for (const [title, sight] of sights) {
    const difference = differences.get(title);
    if (difference instanceof Error) states.set(title, Unreadable.because(difference));
    else states.set(title, await stateWithin(session, sight, difference).catch(Unreadable.because));
  }
  if (session.planning) foretellOwners(session, subjects, accounts, states);
  return states;
}

/** Finds what is to be given to somebody who does not exist, and whom the catalog does not make. */
function foretellOwners(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  accounts: Accounts,
  states: Map<string, State | Unreadable>,
): void {
  let coming: ReturnType<typeof comingAccounts> | undefined;
  for (const { title, wanted } of subjects) {
    const state = states.get(title);
    if (wanted.ensure === 'absent' || state === undefined || state instanceof Unreadable) continue;
    const { owner = '', group = '' } = wanted;
    try {
      ownership(wanted, accounts);
    } catch (error) {
      coming ??= comingAccounts(session);
      if (coming.users.has(owner) || coming.groups.has(group)) continue;
      states.set(title, Unreadable.unmakeable(messageOf(error), state));
    }
  }
}

async function stateWithin(
  session: Session,
  sight: Sight,
  difference: ContentDifference | undefined,
): Promise<State | Unreadable> {
  const [label] = await labelsOf(session, sight.wanted, sight.reference, [sight.path]);
  if (isSurveyed(sight)) return surveyed(session, sight, difference, label);
  return stateOf(sight, difference, label);
}

/** What is known of a path before anything is read: its state, or what is left to compare. */
function firstLook(
  session: Session,
  { reference, wanted }: Subject<typeof attributes>,
  { path, status }: Found,
  found: Source | string | undefined,
  accounts: Accounts,
): State | Unreadable | Sight {
  if (status instanceof Error) return Unreadable.because(status);
  const source = typeof found === 'string' ? undefined : found;
  const misfit = typeof found === 'string' ? found : source && sourceMisfit(wanted, source);
  if (misfit !== undefined) {
    const comes = status === undefined && wanted.source?.some((one) => session.managed('file').has(one));
    // That something is still to change before it is no promise that it brings the source.
    return comes ? absent(wanted) : Unreadable.misfit(misfit);
  }
  const kind = wantedKind(wanted, status, source);
  if (status === undefined)
    return kind === undefined || wanted.ensure === 'absent' ? satisfied(wanted) : absent(wanted);
  const inTheWay = wanted.ensure === 'absent' || kind !== status.kind ? obstacle(wanted, status) : undefined;
  if (inTheWay !== undefined) return Unreadable.misfit(inTheWay);
  if (wanted.ensure === 'absent') return { ensure: describeKind(status) };
  return new Sight(reference, wanted, path, status, source, accounts);
}

async function contentDifferences(
  session: Session,
  sights: ReadonlyMap<string, Sight>,
): Promise<Map<string, ContentDifference | Error | undefined>> {
  const titles: string[] = [];
  const comparisons: Comparison[] = [];
  for (const [title, { wanted, path, status, source }] of sights) {
    const content = source ?? (wanted.content === undefined ? undefined : toBuffer(reveal(wanted.content)));
    const counts = content !== undefined && wanted.replace && status.kind === 'file';
    if (!counts || wantedKind(wanted, status, source) !== 'file') continue;
    titles.push(title);
    comparisons.push({ path, status, content, asText: wanted.show_diff, wanted });
  }
  const differences = await compareContents(session, comparisons);
  return new Map(titles.map((title, index) => [title, differences[index]]));
}

/** Whether what is in a directory is managed too. */
function isSurveyed({ wanted, status, source }: Sight): boolean {
  const { kind } = status;
  return kind === 'directory' && kind === wantedKind(wanted, status, source) && Boolean(wanted.recurse);
}

function stateOf(sight: Sight, difference: ContentDifference | undefined, label: Label | undefined): State {
  const { wanted, status, source, effective, accounts } = sight;
  const { kind } = status;
  const fits = kind === wantedKind(wanted, status, source);
  const { owner, group, mode } = accessState(effective, status, accounts);
  const other = difference ?? otherThanSource(sight, { owner, group, mode });
  // One literal and no spreading: there are thousands of these.
  return {
    ensure: kind,
    owner,
    group,
    mode,
    ...(wantsLabel(wanted) ? labelState(wanted, label) : {}),
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
function otherThanSource(
  { wanted, effective, status, source }: Sight,
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
async function surveyed(
  session: Session,
  sight: Sight,
  difference: ContentDifference | undefined,
  label: Label | undefined,
): Promise<State | Unreadable> {
  const survey = await surveyDirectory(session, sight);
  if (survey instanceof Error) return Unreadable.because(survey);
  const { wanted } = sight;
  return {
    ...stateOf(sight, difference, label),
    recurse: survey.changes.length === 0 ? wanted.recurse : survey.changes.map(describeChild),
    purge: survey.purges.length === 0 ? wanted.purge : survey.purges.map((purge) => purge.path),
  };
}

/** Nothing is there; of its content, only what a source has is still to come. */
function absent({ source, target, recurse, purge }: WantedFile): State {
  const fills = (source ?? target) !== undefined && recurse;
  return { ensure: 'absent', recurse: fills ? undefined : recurse, purge };
}

/** The state of something that is not there and does not have to be. */
function satisfied(wanted: WantedFile): State {
  const { owner, group, mode, recurse, purge } = wanted;
  return { ensure: 'absent', owner, group, mode, recurse, purge, ...labelState(wanted, undefined) };
}

/** The resources whose sources count: not where a file stays as it is, or has the checksum that is wanted already. */
async function withSources(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  found: readonly Found[],
): Promise<Subject<typeof attributes>[]> {
  const counting: Subject<typeof attributes>[] = [];
  for (const [index, subject] of subjects.entries()) {
    const there = found[index] as Found;
    if (there.status instanceof Error || !needsSource(subject.wanted, there.status)) continue;
    if (!(await hasWantedChecksum(session, subject.wanted, there))) counting.push(subject);
  }
  return counting;
}
