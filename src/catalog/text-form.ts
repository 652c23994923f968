/**
 * What the strings of a value may contain:
 * - `line`: neither a line break nor a NUL character. Most strings become a line of a file, a part of one, or a name: a
 *   line break would begin another line, such as another job of a crontab;
 * - `lines`: line breaks, for a script, a message or a document;
 * - `bytes`: anything, for the content of a file.
 */
export type TextForm = 'line' | 'lines' | 'bytes';

/**
 * Returns what a string or key in a value contains that its form does not allow. Completes "… has"; undefined if the
 * value is valid.
 */
export function findTextError(value: unknown, form: TextForm): string | undefined {
  if (form === 'bytes') return undefined;
  for (const text of findStrings(value)) {
    const textError = describeTextError(text, form);
    if (textError !== undefined) return textError;
  }
  return undefined;
}

/** Yields all strings of a value, at any depth of lists and hashes, including the keys of hashes. */
export function* findStrings(value: unknown): Generator<string> {
  // Not recursive: data may be nested more deeply than the stack allows.
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string') yield one;
    else if (Array.isArray(one)) for (const item of one) waiting.push(item);
    else if (typeof one === 'object' && one !== null && isPlain(one))
      for (const [name, inner] of Object.entries(one)) waiting.push(name, inner);
  }
}

function describeTextError(text: string, form: TextForm): string | undefined {
  if (text.includes('\0')) return 'a NUL character, at which the system ends a string; remove it';
  if (form === 'line' && /[\r\n]/.test(text)) return 'a line break, but must be one line; remove it';
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
