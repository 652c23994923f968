import type { Facts } from '../../data/facts.js';

/** Counts the processors that are online, from a list such as `0-3,8` in `/sys/devices/system/cpu/online`. */
export function processors(online: string | undefined, otherwise: number): NonNullable<Facts['processors']> {
  let count = 0;
  for (const [, first, last = first] of (online ?? '').matchAll(/(\d+)(?:-(\d+))?/g)) {
    count += Number(last) - Number(first) + 1;
  }
  return { count: count || otherwise };
}
