import type { Change } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { attributes, WantedLine } from './attributes.js';
import { editLines } from './edit-lines.js';
import { createView, describeWrongEncoding } from './lines-view.js';

/** Changes all lines of a file in one write. */
export async function changeLines(
  session: Session,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
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
