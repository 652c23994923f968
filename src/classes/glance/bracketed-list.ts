import { derive, isServiceDefault, toArray, toText } from '../shared/index.js';

/** Formats a list for options of Glance that need brackets: `[a,b]`. */
export function toBracketedList(value: unknown): unknown {
  if (isServiceDefault(value)) return value;
  return derive(value, (clear) => `[${toArray(clear).map(toText).join(',')}]`);
}
