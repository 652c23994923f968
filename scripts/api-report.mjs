// Compares the published types of the build with those that are committed in docs/api/, so that a change of the public
// surface is visible in review. With --write it writes them.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = ['index.d.ts', 'testing.d.ts'];

/** Returns declarations without comments, which are not part of the public surface. */
function createReport(declarations) {
  const file = ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.ESNext, true);
  const printer = ts.createPrinter({ removeComments: true });
  return `${printer.printFile(file).replace(/^ {4}/gm, '  ').trimEnd()}\n`;
}

/** Describes the first line that differs. */
function describeDifference(committed, built) {
  const [before, after] = [committed.split('\n'), built.split('\n')];
  const at = after.findIndex((line, index) => line !== before[index]);
  const line = at < 0 ? after.length : at;
  return `line ${line + 1}:\n- ${before[line] ?? '(no line)'}\n+ ${after[line] ?? '(no line)'}`;
}

for (const entry of entries) {
  const built = createReport(await readFile(join(root, 'dist/types', entry), 'utf8'));
  const path = join(root, 'docs/api', entry);
  if (process.argv.includes('--write')) {
    await mkdir(join(root, 'docs/api'), { recursive: true });
    await writeFile(path, built);
    continue;
  }
  const committed = await readFile(path, 'utf8').catch(() => '');
  if (committed === built) continue;
  console.error(
    `the public types differ from ${relative(root, path)}: ${describeDifference(committed, built)}\n` +
      'If the change is intended, run npm run api and commit the result; docs/stability.md lists what may change when. ' +
      'If dist is older than the sources, run npm run build first.',
  );
  process.exitCode = 1;
}
