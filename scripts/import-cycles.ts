// Fails if files of src import each other in a cycle, imports of types included: files in a cycle can only be
// understood, tested and moved together. Prints one cycle per group of such files, the shortest from its first file.
import { fileURLToPath } from 'node:url';
import { readSourceImports } from './source-imports.js';

const imports = readSourceImports(fileURLToPath(new URL('..', import.meta.url)));

/** Returns the shortest path along imports from a file back to itself; undefined if there is none. */
function findCycle(start: string): string[] | undefined {
  const importerOf = new Map<string, string>();
  let level = [start];
  while (level.length > 0) {
    const next: string[] = [];
    for (const file of level) {
      for (const other of imports.get(file) ?? []) {
        if (other === start) return pathTo(file, importerOf);
        if (importerOf.has(other)) continue;
        importerOf.set(other, file);
        next.push(other);
      }
    }
    level = next;
  }
  return undefined;
}

function pathTo(file: string, importerOf: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let at: string | undefined = file; at !== undefined; at = importerOf.get(at)) path.unshift(at);
  return path;
}

const reported = new Set<string>();
for (const file of imports.keys()) {
  if (reported.has(file)) continue;
  const cycle = findCycle(file);
  if (cycle === undefined) continue;
  for (const one of cycle) reported.add(one);
  console.error(`these files import each other in a cycle: ${[...cycle, file].join(' -> ')}`);
}
if (reported.size > 0) {
  console.error('move what two of them share to a file that imports neither');
  process.exitCode = 1;
}
