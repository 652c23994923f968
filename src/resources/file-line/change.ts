import type { Change } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { attributes, DesiredLine } from './attributes.js';
import { editLines } from './edit-lines.js';
import { createView, describeWrongEncoding } from './lines-view.js';

/** Changes all lines of a file in one write. */
export async function changeLines(
  session: Session,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  for (const path of new Set(changes.map(({ subject }) => subject.desired.path))) {
    const desired = changes.map(({ subject }) => subject.desired).filter((one) => one.path === path);
    await session.rewrite(path, (before) => {
      if (before !== undefined) return applyEdits(before, desired);
      if (desired.every(({ ensure }) => ensure === 'absent')) return undefined;
      return raise('file_line.file', `the file ${path} does not exist`, {
        hint: `declare File[${path}] before its lines`,
      });
    });
  }
}

function applyEdits(content: Buffer, lines: readonly DesiredLine[]): Buffer {
  let bytes = content;
  for (const desired of lines) {
    const view = createView(bytes, desired);
    if (view === undefined) raise('file_line.encoding', describeWrongEncoding(desired));
    const { file } = view;
    const edited = editLines(file, view.desired);
    if (edited !== file.lines) bytes = file.withLines(edited).toBuffer();
  }
  return bytes;
}
