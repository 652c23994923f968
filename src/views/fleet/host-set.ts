import { printableLine } from '../escape-control-characters.js';

/** The number of hosts that are all named. */
const MAX_NAMED = 6;

/**
 * Describes some hosts of a fleet: "on all 20 hosts", "on 18 of 20 hosts, not on web03 and web07", "on db01".
 * @param all The names of all hosts of the run.
 */
export function describeHostSet(hosts: ReadonlySet<string>, all: readonly string[]): string {
  if (all.length > 1 && hosts.size === all.length) return `on all ${all.length} hosts`;
  const others = all.filter((name) => !hosts.has(name));
  if (hosts.size > MAX_NAMED || (hosts.size > 3 && others.length < hosts.size)) {
    const except = others.length <= MAX_NAMED ? `, not on ${listNames(others)}` : '';
    return `on ${hosts.size} of ${all.length} hosts${except}`;
  }
  return `on ${listNames([...hosts])}`;
}

function listNames(names: readonly string[]): string {
  const shown = names.map(printableLine);
  const last = shown.pop();
  return shown.length === 0 ? String(last) : `${shown.join(', ')} and ${last}`;
}
