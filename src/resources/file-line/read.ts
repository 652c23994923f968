import { PatternTimeout } from '../../data/match-with-timeout.js';
import { type Change, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { attributes, WantedLine } from './attributes.js';
import { AmbiguousLineError, editLines } from './edit-lines.js';
import { type TextEncoding, TextFile } from './text-file.js';

type Attributes = typeof attributes;

/** Reads each file once, however many lines of it are managed. A line is there if nothing would have to be edited. */
export async function readLines(
  session: Session,
  subjects: readonly Subject<Attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const paths = [...new Set(subjects.map(({ wanted }) => wanted.path))];
  const contents = await session.host.files.read(paths);
  const files = new FileViews(new Map(paths.map((path, index) => [path, contents[index]])));
  const managed = session.managed('file');
  return new Map(subjects.map(({ title, wanted }) => [title, toState(wanted, files, managed)]));
}

function toState(wanted: WantedLine, files: FileViews, managed: ReadonlySet<string>): State | Unreadable {
  const view = files.get(wanted);
  if (view instanceof Unreadable) return view;
  const absent = wanted.ensure === 'absent';
  if (view === undefined) {
    // A file that the same catalog makes is there when the line's turn comes.
    if (absent || managed.has(wanted.path)) return { ensure: 'absent' };
    // Whoever still brings it may bring it with the line.
    return new Unreadable(`the file ${wanted.path} does not exist`, false, true);
  }
  try {
    const { file } = view;
    const edited = editLines(file, view.wanted);
    if (edited === file.lines)
      return absent ? { ensure: 'absent' } : { ensure: 'present', line: wanted.line };
    if (absent) return { ensure: 'present' };
    // As many lines as before: another line stands in its place.
    const replaced =
      edited.length === file.lines.length && file.lines.find((line, index) => line !== edited[index]);
    return replaced ? { ensure: 'present', line: replaced.text } : { ensure: 'absent' };
  } catch (error) {
    if (error instanceof AmbiguousLineError || error instanceof PatternTimeout)
      return Unreadable.misfit(error.message);
    throw error;
  }
}

/** Changes all lines of one file in one writing. */
export async function changeLines(session: Session, changes: readonly Change<Attributes>[]): Promise<void> {
  for (const path of new Set(changes.map(({ subject }) => subject.wanted.path))) {
    const wanted = changes.map(({ subject }) => subject.wanted).filter((one) => one.path === path);
    await session.rewrite(path, (before) => {
      if (before !== undefined) return applyEdits(before, wanted);
      if (wanted.every(({ ensure }) => ensure === 'absent')) return undefined;
      return raise('file_line.file', `the file ${path} does not exist`, {
        hint: `declare File[${path}] before its lines`,
      });
    });
  }
}

function applyEdits(content: Buffer, lines: readonly WantedLine[]): Buffer {
  let bytes = content;
  for (const wanted of lines) {
    const view = createView(bytes, wanted);
    if (view === undefined) raise('file_line.encoding', describeWrongEncoding(wanted));
    const { file } = view;
    const edited = editLines(file, view.wanted);
    if (edited !== file.lines) bytes = file.withLines(edited).toBuffer();
  }
  return bytes;
}

/** A file as lines, and what is wanted of it in the same characters. */
interface LinesView {
  readonly file: TextFile;
  readonly wanted: WantedLine;
}

/** Files as lines, parsed once in each encoding that is asked for. */
class FileViews {
  readonly #files = new Map<string, TextFile | undefined>();

  constructor(private readonly contents: ReadonlyMap<string, Buffer | Error | undefined>) {}

  get(wanted: WantedLine): LinesView | Unreadable | undefined {
    const { path } = wanted;
    const content = this.contents.get(path);
    if (content instanceof Error) return Unreadable.because(content);
    if (content === undefined) return undefined;
    const parse = (encoding: TextEncoding) => {
      const key = `${encoding} ${path}`;
      if (!this.#files.has(key)) this.#files.set(key, TextFile.parse(content, encoding));
      return this.#files.get(key);
    };
    return createView(content, wanted, parse) ?? new Unreadable(describeWrongEncoding(wanted));
  }
}

/** Undefined where a pattern would have to read what is no text. */
function createView(
  content: Buffer,
  wanted: WantedLine,
  parse = (encoding: TextEncoding) => TextFile.parse(content, encoding),
): LinesView | undefined {
  const file = parse(wanted.encoding === 'utf-8' ? 'utf-8' : 'latin1');
  if (file !== undefined) return { file, wanted };
  if (wanted.match !== undefined || wanted.after !== undefined) return undefined;
  // Without a pattern, lines are told apart by their bytes, whatever they mean.
  const bytes = parse('latin1');
  const { line = '' } = wanted;
  return bytes && { file: bytes, wanted: { ...wanted, line: Buffer.from(line).toString('latin1') } };
}

function describeWrongEncoding({ path, encoding }: WantedLine): string {
  return `${path} is no text in ${encoding}; if it is written in another encoding, say encoding: 'iso-8859-1'`;
}
