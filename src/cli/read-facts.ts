import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Facts } from '../data/facts.js';
import { refuseDeepNesting } from '../data/nesting.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';

/**
 * Reads facts from a JSON or YAML file, as `facter --json` writes them or, with what it wraps around them,
 * `puppet facts`.
 * @throws {GlanceApplyError} with the place in the file where it cannot be read.
 */
export async function readFacts(path: string): Promise<Facts> {
  const file = resolve(path);
  const text = await readFile(file, 'utf8').catch((error) =>
    error.code === 'ENOENT'
      ? raise('facts.missing', `there is no file of facts ${path}`, { hint: 'facter --json writes one' })
      : raise('facts.unreadable', `the facts in ${path} cannot be read: ${messageOf(error)}`),
  );
  const found = await parse(text, file);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return raise('facts.form', `${path} holds no facts`, {
      place: { file, line: 1 },
      hint: 'facts are a hash by name, as facter --json writes them',
    });
  }
  const { name, values } = found as { readonly name?: unknown; readonly values?: unknown };
  return (
    typeof name === 'string' && typeof values === 'object' && values !== null ? values : found
  ) as Facts;
}

async function parse(text: string, file: string): Promise<unknown> {
  // JSON is YAML, too: one look is enough for both.
  await refuseDeepNesting(text, file, 'yaml');
  try {
    return JSON.parse(text);
  } catch {
    // YAML, or wrong: YAML's parser says where.
  }
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error === undefined) return document.toJS();
  const { line, col } = lineCounter.linePos(error.pos[0]);
  return raise('facts.syntax', `the facts do not parse: ${error.message}`, {
    place: { file, line, column: col },
  });
}
