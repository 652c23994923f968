import { accessSync, constants, createReadStream, type Stats } from 'node:fs';
import { messageOf } from '../../../errors/glance-apply-error.js';
import type { Problems } from '../problems.js';
import type { SourceContext } from '../sources/source-context.js';

/** A file with a line `#!` is a program; one that is only executable, as all files of some shares are, is not. */
export async function detectForm(
  path: string,
  status: Stats,
): Promise<'data' | 'program' | 'not executable'> {
  if (!status.isFile()) return 'data';
  const start = await readStart(path);
  const isExecutable = (status.mode & 0o111) !== 0;
  if (start.startsWith('#!')) return isExecutable ? 'program' : 'not executable';
  return isExecutable && start === '\x7fELF' ? 'program' : 'data';
}

/** Returns the first four bytes of a file; an empty string if it cannot be read, which reading it will report. */
async function readStart(path: string): Promise<string> {
  let start = '';
  try {
    for await (const chunk of createReadStream(path, { end: 3, encoding: 'latin1' })) start += chunk;
  } catch {
    return '';
  }
  return start;
}

/** Returns whether a program may and can be executed; adds a problem if not. */
export function checkProgram(
  path: string,
  form: 'program' | 'not executable',
  { model: { problems }, runsPrograms }: SourceContext,
): boolean {
  const location = { file: path, line: 1 };
  if (!runsPrograms) {
    problems.add('inventory.program', 'this inventory is a program, and programs are not executed', {
      location,
      hint: 'allow it with --inventory-programs, or convert it: ansible-inventory -i FILE --list --yaml',
    });
    return false;
  }
  if (form === 'program' && canExecute(path, problems)) return true;
  if (form === 'not executable') {
    problems.add('inventory.program', 'this inventory begins with #! like a program, and is not executable', {
      location,
      hint: 'make it executable: chmod +x; or remove the first line',
    });
  }
  return false;
}

function canExecute(path: string, problems: Problems): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    problems.add('inventory.program', `the program cannot be executed: ${messageOf(error)}`, {
      location: { file: path, line: 1 },
      hint: 'check its permissions',
    });
    return false;
  }
}
