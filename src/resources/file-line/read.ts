import { PatternTimeout } from '../../data/match-with-timeout.js';
import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { attributes, DesiredLine } from './attributes.js';
import { AmbiguousLineError, editLines } from './edit-lines.js';
import { LinesViews } from './lines-view.js';

/** Reads each file once for all its lines. A line is in sync if no edit would be necessary. */
export async function readLines(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const paths = [...new Set(subjects.map(({ desired }) => desired.path))];
  const contents = await session.host.files.read(paths);
  const views = new LinesViews(new Map(paths.map((path, index) => [path, contents[index]])));
  const managed = session.managed('file');
  return new Map(subjects.map(({ title, desired }) => [title, toState(desired, views, managed)]));
}

function toState(desired: DesiredLine, views: LinesViews, managed: ReadonlySet<string>): State | Unreadable {
  const view = views.get(desired);
  if (view instanceof Unreadable) return view;
  const absent = desired.ensure === 'absent';
  if (view === undefined) {
    // A file that the same catalog creates exists before the step of the line.
    if (absent || managed.has(desired.path)) return { ensure: 'absent' };
    // A resource that still creates the file may create it with the line.
    return new Unreadable(`the file ${desired.path} does not exist`, false, true);
  }
  try {
    const { file } = view;
    const edited = editLines(file, view.desired);
    if (edited === file.lines)
      return absent ? { ensure: 'absent' } : { ensure: 'present', line: desired.line };
    if (absent) return { ensure: 'present' };
    // The number of lines stays the same: another line is replaced.
    const replaced =
      edited.length === file.lines.length && file.lines.find((line, index) => line !== edited[index]);
    return replaced ? { ensure: 'present', line: replaced.text } : { ensure: 'absent' };
  } catch (error) {
    if (error instanceof AmbiguousLineError || error instanceof PatternTimeout)
      return Unreadable.incompatible(error.message);
    throw error;
  }
}
