import { visibleLength, wrap } from '../views/index.js';

/** Formats a name with its description in the column beside it, or below it if the name is too long. */
export function formatColumns(name: string, doc: string, column: number, width: number): string[] {
  const lines = wrap(doc, width, ' '.repeat(column));
  const room = column - visibleLength(name);
  if (room < 2) return [name, ...lines];
  const [first = '', ...rest] = lines;
  return [name + ' '.repeat(room) + first.slice(column), ...rest];
}
