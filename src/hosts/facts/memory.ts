import type { Facts } from '../../data/facts.js';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** The fact `memory`; what is free changes all the time, and is no fact to decide by. */
export function memory(bytes: number): NonNullable<Facts['memory']> {
  const total = bytes >= GIB ? `${(bytes / GIB).toFixed(2)} GiB` : `${(bytes / MIB).toFixed(2)} MiB`;
  return { system: { total_bytes: bytes, total } };
}
