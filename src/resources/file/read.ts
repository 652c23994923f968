import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { reveal } from '../../secrets/secret.js';
import { accessState, accountsFor } from './access.js';
import type { attributes, WantedFile } from './attributes.js';
import { type Comparison, type ContentDifference, compareContents } from './compare-contents.js';
import { describeChild, surveyDirectory } from './directory-content.js';
import { type Found, look } from './look.js';
import { findSources, type Source } from './sources.js';
import { isFollowed, needsSource, obstacle, sourceMisfit, wantedKind } from './wanted-kind.js';

/** One resource with what was found of it. */
class Sight {
  constructor(
    readonly wanted: WantedFile,
    readonly path: string,
    readonly status: FileStatus,
    readonly source: Source | undefined,
  ) {}
}

/** Reads the state of all files: one look at all of them, and one reading of those whose content counts. */
export async function readFiles(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const { files } = session.host;
  const paths = subjects.map(({ wanted }) => wanted.path);
  const found = await look(files, paths, (index) => isFollowed(subjects[index]?.wanted));
  const sources = await findSources(session, subjects);
  const accounts = await accountsFor(session, subjects);

  const states = new Map<string, State | Unreadable>();
  const sights = new Map<string, Sight>();
  for (const [index, { title, wanted }] of subjects.entries()) {
    const seen = firstLook(session, wanted, found[index] as Found, sources.get(title));
    if (seen instanceof Sight) sights.set(title, seen);
    else states.set(title, seen);
  }

  const differences = await contentDifferences(session, sights);
  for (const [title, sight] of sights) {
    const difference = differences.get(title);
    if (difference instanceof Error) states.set(title, unreadable(difference));
    else if (isSurveyed(sight)) states.set(title, await surveyed(session, sight, difference, accounts));
    else states.set(title, stateOf(sight, difference, accounts));
  }
  return states;
}

/** What is known of a path before anything is read: its state, or what is left to compare. */
function firstLook(
  session: Session,
  wanted: WantedFile,
  { path, status }: Found,
  found: Source | string | undefined,
): State | Unreadable | Sight {
  if (status instanceof Error) return unreadable(status);
  const source = typeof found === 'string' || !needsSource(wanted, status) ? undefined : found;
  if (wanted.ensure !== 'absent' && needsSource(wanted, status)) {
    const misfit = typeof found === 'string' ? found : source && sourceMisfit(wanted, source);
    const comes = status === undefined && wanted.source?.some((one) => session.managed('file').has(one));
    if (misfit !== undefined) return comes ? absent(wanted) : new Unreadable(misfit);
  }
  const kind = wantedKind(wanted, status, source);
  if (status === undefined)
    return kind === undefined || wanted.ensure === 'absent' ? satisfied(wanted) : absent(wanted);
  const inTheWay = wanted.ensure === 'absent' || kind !== status.kind ? obstacle(wanted, status) : undefined;
  if (inTheWay !== undefined) return new Unreadable(`${inTheWay}; move it away, or set force => true`);
  return wanted.ensure === 'absent' ? { ensure: status.kind } : new Sight(wanted, path, status, source);
}

async function contentDifferences(
  session: Session,
  sights: ReadonlyMap<string, Sight>,
): Promise<Map<string, ContentDifference | Error | undefined>> {
  const titles: string[] = [];
  const comparisons: Comparison[] = [];
  for (const [title, { wanted, path, status, source }] of sights) {
    const content = source ?? reveal(wanted.content);
    const counts = content !== undefined && wanted.replace && status.kind === 'file';
    if (!counts || wantedKind(wanted, status, source) !== 'file') continue;
    titles.push(title);
    comparisons.push({ path, status, wanted: content, asText: wanted.show_diff });
  }
  const differences = await compareContents(session.host.files, comparisons);
  return new Map(titles.map((title, index) => [title, differences[index]]));
}

/** Whether what is in a directory is managed too. */
function isSurveyed({ wanted, status, source }: Sight): boolean {
  const { kind } = status;
  return kind === 'directory' && kind === wantedKind(wanted, status, source) && Boolean(wanted.recurse);
}

function stateOf(
  { wanted, status, source }: Sight,
  difference: ContentDifference | undefined,
  accounts: Accounts,
): State {
  const { kind } = status;
  const fits = kind === wantedKind(wanted, status, source);
  const { owner, group, mode } = accessState(wanted, status, accounts);
  // One literal and no spreading: there are thousands of these.
  return {
    ensure: kind,
    owner,
    group,
    mode,
    // Nothing but what is wanted is there to compare: a link has no content.
    content: wanted.content === undefined || !fits ? undefined : (difference?.is ?? reveal(wanted.content)),
    source:
      fits && difference === undefined
        ? wanted.source
        : wanted.source && (difference ?? { is: kind, should: source?.path }),
    target: wanted.replace ? status.target : (wanted.target ?? status.target),
    recurse: fits ? wanted.recurse : undefined,
    purge: fits ? wanted.purge : undefined,
  };
}

/** The same of a directory with what is in it. */
async function surveyed(
  session: Session,
  sight: Sight,
  difference: ContentDifference | undefined,
  accounts: Accounts,
): Promise<State | Unreadable> {
  const { wanted, path, source } = sight;
  const survey = await surveyDirectory(session, { wanted, path, source, accounts });
  if (survey instanceof Error) return unreadable(survey);
  return {
    ...stateOf(sight, difference, accounts),
    recurse: survey.changes.length === 0 ? wanted.recurse : survey.changes.map(describeChild),
    purge: survey.purges.length === 0 ? wanted.purge : survey.purges.map((purge) => purge.path),
  };
}

/** Nothing is there; of its content, only what a source has is still to come. */
function absent({ source, recurse, purge }: WantedFile): State {
  return { ensure: 'absent', recurse: source !== undefined && recurse ? undefined : recurse, purge };
}

/** The state of something that is not there and does not have to be. */
function satisfied({ owner, group, mode, recurse, purge }: WantedFile): State {
  return { ensure: 'absent', owner, group, mode, recurse, purge };
}

function unreadable(error: Error): Unreadable {
  const code = (error as { readonly code?: unknown }).code;
  return new Unreadable(messageOf(error), code === 'EACCES' || code === 'EPERM');
}
