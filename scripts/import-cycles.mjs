// Fails where files of src import each other in a circle, imports of types included: files in a circle can only be
// understood, tested and moved together. Prints one circle for each group of such files, the shortest from its first file.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every import, export, dynamic import and import of a type: `from './x.js'`, `import './x.js'`, `import('./x.js')`. */
const imported = /\b(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g;

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts'));

/** The files that each file imports. */
const imports = new Map(
  sources.map((file) => {
    const paths = [...readFileSync(file, 'utf8').matchAll(imported)].map(([, path]) => `${path}.ts`);
    return [file, new Set(paths.map((path) => normalize(join(dirname(file), path))))];
  }),
);

/** The shortest way along imports from a file back to itself; undefined if there is none. */
function circleOf(start) {
  const cameFrom = new Map();
  let level = [start];
  while (level.length > 0) {
    const next = [];
    for (const file of level) {
      for (const other of imports.get(file) ?? []) {
        if (other === start) return pathTo(file, cameFrom);
        if (cameFrom.has(other)) continue;
        cameFrom.set(other, file);
        next.push(other);
      }
    }
    level = next;
  }
  return undefined;
}

function pathTo(file, cameFrom) {
  const path = [];
  for (let at = file; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

const reported = new Set();
for (const file of sources) {
  if (reported.has(file)) continue;
  const circle = circleOf(file);
  if (circle === undefined) continue;
  for (const one of circle) reported.add(one);
  console.error(`these files import each other in a circle: ${[...circle, file].join(' -> ')}`);
}
if (reported.size > 0) {
  console.error('move what two of them share into a file that imports neither');
  process.exitCode = 1;
}
