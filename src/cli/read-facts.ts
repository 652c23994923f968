import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Facts } from '../data/facts.js';
import { isHash } from '../data/is-hash.js';
import { refuseDeepNesting } from '../data/nesting.js';
import { problem } from '../errors/diagnostic.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';

/**
 * Reads facts from a JSON or YAML file in the format of `facter --json` or `puppet facts`.
 * @throws {GlanceApplyError} with the position in the file if it cannot be parsed.
 */
export async function readFacts(path: string): Promise<Facts> {
  const file = resolve(path);
  const text = await readFile(file, 'utf8').catch((error) =>
    error.code === 'ENOENT'
      ? raise('facts.missing', `the facts file ${path} does not exist`, {
          hint: 'create it with facter --json',
        })
      : raise('facts.unreadable', `the facts in ${path} cannot be read: ${messageOf(error)}`),
  );
  const found = await parse(text, file);
  if (!isHash(found)) {
    return raise('facts.form', `${path} does not contain facts`, {
      location: { file, line: 1 },
      hint: 'facts are a hash from names to values, as facter --json prints them',
    });
  }
  const { name, values } = found;
  return typeof name === 'string' && isHash(values) ? values : found;
}

async function parse(text: string, file: string): Promise<unknown> {
  // JSON is YAML as well: one check covers both.
  await refuseDeepNesting(text, file, 'yaml');
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: read as YAML below, which reports where the error is.
  }
  const { readYaml } = await import('../catalog/node/read-yaml.js');
  const { value } = await readYaml(text, file, (message, location) =>
    problem('facts.syntax', `the facts cannot be parsed: ${message}`, { location }),
  );
  return value;
}
