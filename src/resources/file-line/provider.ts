import { type Change, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { codeOf } from '../../hosts/refusal.js';
import type { attributes, WantedLine } from './attributes.js';
import { AmbiguousLine, editLines } from './edit-lines.js';
import { TextFile } from './text-file.js';

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
  return new Map(subjects.map(({ title, wanted }) => [title, stateOf(wanted, files, managed)]));
}

function stateOf(wanted: WantedLine, files: FileViews, managed: ReadonlySet<string>): State | Unreadable {
  const file = files.get(wanted);
  if (file instanceof Unreadable) return file;
  const absent = wanted.ensure === 'absent';
  if (file === undefined) {
    // A file that the same catalog makes is there when the line's turn comes.
    if (absent || managed.has(wanted.path)) return { ensure: 'absent' };
    // Whoever still brings it may bring it with the line.
    return new Unreadable(`the file ${wanted.path} does not exist`, false, true);
  }
  try {
    const edited = editLines(file, wanted);
    if (edited === file.lines)
      return absent ? { ensure: 'absent' } : { ensure: 'present', line: wanted.line };
    if (absent) return { ensure: 'present' };
    // As many lines as before: another line stands in its place.
    const replaced =
      edited.length === file.lines.length && file.lines.find((line, index) => line !== edited[index]);
    return replaced ? { ensure: 'present', line: replaced.text } : { ensure: 'absent' };
  } catch (error) {
    if (error instanceof AmbiguousLine) return new Unreadable(error.message);
    throw error;
  }
}

/** Changes all lines of one file in one writing. */
export async function changeLines(session: Session, changes: readonly Change<Attributes>[]): Promise<void> {
  for (const path of new Set(changes.map(({ subject }) => subject.wanted.path))) {
    const wanted = changes.map(({ subject }) => subject.wanted).filter((one) => one.path === path);
    await session.rewrite(path, (before) => {
      if (before !== undefined) return editAll(before, wanted);
      if (wanted.every(({ ensure }) => ensure === 'absent')) return undefined;
      return raise('file_line.file', `the file ${path} does not exist`, {
        hint: `declare File[${path}] before its lines`,
      });
    });
  }
}

function editAll(content: Buffer, lines: readonly WantedLine[]): Buffer {
  let bytes = content;
  for (const wanted of lines) {
    const file = parse(bytes, wanted);
    if (file === undefined) raise('file_line.encoding', notText(wanted));
    const edited = editLines(file, wanted);
    if (edited !== file.lines) bytes = file.with(edited).toBuffer();
  }
  return bytes;
}

/** Files as lines, parsed once in each encoding that is asked for. */
class FileViews {
  readonly #views = new Map<string, TextFile | undefined>();

  constructor(private readonly contents: ReadonlyMap<string, Buffer | Error | undefined>) {}

  get(wanted: WantedLine): TextFile | Unreadable | undefined {
    const content = this.contents.get(wanted.path);
    if (content instanceof Error) return new Unreadable(content.message, codeOf(content) === 'EACCES');
    if (content === undefined) return undefined;
    const key = `${wanted.encoding} ${wanted.path}`;
    if (!this.#views.has(key)) this.#views.set(key, parse(content, wanted));
    return this.#views.get(key) ?? new Unreadable(notText(wanted));
  }
}

function parse(content: Buffer, { encoding }: WantedLine): TextFile | undefined {
  return TextFile.parse(content, encoding === 'utf-8' ? 'utf-8' : 'latin1');
}

function notText({ path, encoding }: WantedLine): string {
  return `${path} is no text in ${encoding}; if it is written in another encoding, say encoding => 'iso-8859-1'`;
}
