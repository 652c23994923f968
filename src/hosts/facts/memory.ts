import type { Facts } from '../../data/facts.js';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/**
 * Returns the fact `memory`. Free memory is not part of it: it changes all the time, so nothing should depend on it.
 */
export function memory(bytes: number): NonNullable<Facts['memory']> {
  const total = bytes >= GIB ? `${(bytes / GIB).toFixed(2)} GiB` : `${(bytes / MIB).toFixed(2)} MiB`;
  return { system: { total_bytes: bytes, total } };
}
