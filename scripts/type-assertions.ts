// Fails if src has too many type assertions (`x as T`): each of them is a claim that the compiler does not check. `as const`
// claims nothing and is not counted.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';
import { listFiles } from './list-files.js';

/** Lower it when assertions are removed; before raising it, look for a type, a type guard or `ensureDefined`. */
const LIMIT = 149;

const root = fileURLToPath(new URL('..', import.meta.url));
const found = listFiles(root, 'src')
  .filter((file) => file.endsWith('.ts'))
  .flatMap(findAssertions);

if (found.length > LIMIT) {
  for (const place of found) console.error(place);
  console.error(`${found.length} type assertions in src, ${LIMIT} are allowed`);
  process.exitCode = 1;
}

function findAssertions(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const places: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
      !ts.isConstTypeReference(node.type)
    ) {
      const { line } = source.getLineAndCharacterOfPosition(node.type.getStart());
      places.push(`${file}:${line + 1} as ${node.type.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places;
}
