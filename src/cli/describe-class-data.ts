import type { Hierarchy } from '../data/hierarchy/index.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { formatLocation } from '../errors/source-location.js';
import { printable, printableLine } from '../views/index.js';
import { formatJsonValue } from './render-lookup-explanation.js';

/** Describes, in one line for each parameter of a class, the value in the data, its location and what it overrides. */
export function describeClassData(
  data: Hierarchy,
  { name, attributes }: { readonly name: string; readonly attributes: object },
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const keys = data.keys();
  for (const parameter of Object.keys(attributes)) {
    const key = `${name}::${parameter}`;
    try {
      const found = data.peek(key);
      if (found === undefined) continue;
      const used = new Set(found.sources.map(({ location }) => location));
      const overridden = keys.filter((one) => one.key === key && !used.has(one.location));
      const from = found.sources
        .map(({ location, level }) => printableLine(`${formatLocation(location)} (${level})`))
        .join(' and ');
      const over = overridden.map(({ location }) => printableLine(formatLocation(location))).join(' and ');
      values.set(
        parameter,
        `data: ${formatJsonValue(found.value, false)}, from ${from}${over === '' ? '' : `, over ${over}`}`,
      );
    } catch (error) {
      values.set(parameter, `data: ${printable(messageOf(error))}`);
    }
  }
  return values;
}
