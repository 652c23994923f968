import type { Node } from 'yaml';
import { raise } from '../../../errors/glance-apply-error.js';
import { parseKey } from '../lookup-key.js';

/** The position of a key's value in YAML text: only this part of the text is replaced. */
export interface ValueSpan {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the string value of a key in a YAML file.
 * @throws {GlanceApplyError} if the key does not exist, or its value is not a string or number.
 */
export async function findValue(text: string, key: string, file: string): Promise<ValueSpan> {
  const { isScalar, parseDocument } = await import('yaml');
  const document = parseDocument<Node>(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) return raise('data.syntax', `${file} is not valid YAML: ${error.message}`);
  const { root, segments } = parseKey(key);
  const node = document.getIn([root, ...segments], true);
  if (!isScalar(node) || node.range === null || node.range === undefined || typeof node.value !== 'string') {
    return raise('data.not-found', `${file} has no string at '${key}'`, {
      hint: 'write the key as in a lookup, with dots into hashes and lists',
    });
  }
  const [start, end] = node.range;
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  // The last line break of a block scalar belongs to the next key.
  return { value: node.value, start, end: block ? end - 1 : end };
}
