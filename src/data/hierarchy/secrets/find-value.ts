import type { Node } from 'yaml';
import { raise } from '../../../errors/glance-apply-error.js';
import { parseKey } from '../lookup-key.js';

/** Where a key's value stands in a YAML text: the text is replaced there, and stays as it is everywhere else. */
export interface ValueSpan {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the text that a key has in a YAML file.
 * @throws {GlanceApplyError} where there is none, or it is no text or number.
 */
export async function findValue(text: string, key: string, file: string): Promise<ValueSpan> {
  const { isScalar, parseDocument } = await import('yaml');
  const document = parseDocument<Node>(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) return raise('data.syntax', `${file} is not valid YAML: ${error.message}`);
  const { root, segments } = parseKey(key);
  const node = document.getIn([root, ...segments], true);
  if (!isScalar(node) || node.range === null || node.range === undefined || typeof node.value !== 'string') {
    return raise('data.not-found', `${file} has no text under '${key}'`, {
      hint: 'name the key as a lookup would, with dots into hashes and lists',
    });
  }
  const [start, end] = node.range;
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  // What ends a block scalar is the line that belongs to the next key.
  return { value: node.value, start, end: block ? end - 1 : end };
}
