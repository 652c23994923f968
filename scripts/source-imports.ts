import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { listFiles } from './list-files.js';

/** Every import, export, dynamic import and import of a type: `from './x.js'`, `import './x.js'`, `import('./x.js')`. */
const imported = /\b(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g;

/** Returns the files that each file of src imports, types included. */
export function readSourceImports(root: string): ReadonlyMap<string, readonly string[]> {
  const sources = listFiles(root, 'src').filter((file) => file.endsWith('.ts'));
  return new Map(
    sources.map((file) => {
      const paths = readFileSync(join(root, file), 'utf8').matchAll(imported);
      const files = [...paths].map(([, path]) => normalize(join(dirname(file), `${path}.ts`)));
      return [file, [...new Set(files)]];
    }),
  );
}
