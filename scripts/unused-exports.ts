// Fails if a value is exported that no other file of the project mentions. Interfaces, types and abstract classes are not
// checked: the signature of another export may need them. A name that occurs elsewhere for another reason is missed, but
// every reported export is unused.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './list-files.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const declaration = /^export (?:declare |async )*(?:class|function\*?|const|let|enum)\s+([A-Za-z_$][\w$]*)/gm;

/** Mocha finds these by their names. */
const foundByName = ['mochaGlobalSetup'];

const files = listFiles(root, '*.ts', '*.mjs');
const texts = files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
const words = new Map(texts.map(([file, text]) => [file, new Set(text.match(/[A-Za-z_$][\w$]*/g))]));

const unused: string[] = [];
for (const [file, text] of texts) {
  for (const [, name = ''] of text.matchAll(declaration)) {
    if (foundByName.includes(name)) continue;
    if (!files.some((other) => other !== file && words.get(other)?.has(name)))
      unused.push(`${file}: ${name}`);
  }
}
for (const line of unused) console.error(`exported, but used nowhere else: ${line}`);
process.exitCode = unused.length === 0 ? 0 : 1;
