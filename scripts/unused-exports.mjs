// Fails where a value is exported that no other file of the project mentions. Interfaces, types and abstract classes are
// passed over: the signature of something exported may need them. A name that is mentioned for another reason is not found; what
// is reported is unused for certain.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const declaration = /^export (?:declare |async )*(?:class|function\*?|const|let|enum)\s+([A-Za-z_$][\w$]*)/gm;

/** Mocha looks for these by their names. */
const foundByName = ['mochaGlobalSetup'];

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.mjs'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(Boolean);
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const words = new Map(files.map((file) => [file, new Set(texts.get(file).match(/[A-Za-z_$][\w$]*/g))]));

const unused = [];
for (const [file, text] of texts) {
  for (const [, name] of text.matchAll(declaration)) {
    if (foundByName.includes(name)) continue;
    if (!files.some((other) => other !== file && words.get(other).has(name))) unused.push(`${file}: ${name}`);
  }
}
for (const line of unused) console.error(`exported and never used elsewhere: ${line}`);
process.exitCode = unused.length === 0 ? 0 : 1;
