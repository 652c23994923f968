import { asArray, asText, derive, isServiceDefault } from '../tables/index.js';

/** A list as those options of Glance's want it that take brackets: `[a,b]`. */
export function toBracketedList(value: unknown): unknown {
  if (isServiceDefault(value)) return value;
  return derive(value, (clear) => `[${asArray(clear).map(asText).join(',')}]`);
}
