import type { DesiredKey } from './attributes.js';
import { isOption } from './key-line.js';

/** Validates the attributes of a key together. */
export function* validate({ ensure, type, key, options, user }: DesiredKey): Generator<string> {
  if (user === undefined) yield 'it needs a user: the file is written as that user';
  if (ensure === 'present' && (type === undefined || key === undefined)) yield 'it needs a type and a key';
  for (const option of options) {
    if (!isOption(option)) {
      yield `option ${JSON.stringify(option)} must be of the form 'name' or 'name="text"', each as an element`;
    }
  }
}
