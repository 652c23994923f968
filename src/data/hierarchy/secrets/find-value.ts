import { problem } from '../../../errors/diagnostic.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { YamlDocument } from '../../yaml-document.js';
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
  const parsed = await YamlDocument.parse(
    text,
    file,
    (message, location) => problem('data.syntax', `invalid YAML: ${message}`, { location }),
    { schema: 'failsafe' },
  );
  const { root, segments } = parseKey(key);
  const node = parsed.document.getIn([root, ...segments], true);
  const range = parsed.yaml.isScalar(node) ? parsed.rangeOf(node) : undefined;
  if (!parsed.yaml.isScalar(node) || range === undefined || typeof node.value !== 'string') {
    return raise('data.not-found', `${file} has no string at '${key}'`, {
      hint: 'write the key as in a lookup, with dots into hashes and lists',
    });
  }
  const [start, end] = range;
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  // The last line break of a block scalar belongs to the next key.
  return { value: node.value, start, end: block ? end - 1 : end };
}
