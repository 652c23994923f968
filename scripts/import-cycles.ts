// Fails where files of src import each other in a circle, imports of types included: files in a circle can only be
// understood, tested and moved together. Prints one circle for each group of such files, the shortest from its first file.
import { fileURLToPath } from 'node:url';
import { readSourceImports } from './source-imports.js';

const imports = readSourceImports(fileURLToPath(new URL('..', import.meta.url)));

/** The shortest way along imports from a file back to itself; undefined if there is none. */
function circleOf(start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  let level = [start];
  while (level.length > 0) {
    const next: string[] = [];
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

function pathTo(file: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let at: string | undefined = file; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

const reported = new Set<string>();
for (const file of imports.keys()) {
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
