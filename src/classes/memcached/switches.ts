import type { Facts } from '../../data/facts.js';
import type { MemcachedParameters } from './clear-parameters.js';

const MEGABYTE = 1024 * 1024;

/** A command-line switch of memcached; without a value, memcached's default applies. */
export interface Switch {
  readonly name: string;
  readonly value: string | undefined;
}

/** Returns the switches of memcached; defaults are omitted to keep its file short. */
export function listSwitches(given: MemcachedParameters, facts: Facts): Switch[] {
  const { listen, tcp_port, udp_port, max_memory, max_connections, max_item_size } = given;
  const { processorcount, user, extended_opts } = given;
  return [
    { name: '-m', value: String(toMegabytes(max_memory, facts)) },
    { name: '-p', value: String(tcp_port) },
    { name: '-l', value: listen.length === 0 ? undefined : listen.join(',') },
    ...(user === undefined ? [] : [{ name: '-u', value: user }]),
    { name: '-U', value: unlessDefault(String(udp_port), '0') },
    { name: '-c', value: unlessDefault(String(max_connections), '1024') },
    { name: '-I', value: unlessDefault(max_item_size, '1m') },
    { name: '-t', value: unlessDefault(String(processorcount), '4') },
    { name: '-o', value: unlessDefault(extended_opts.join(','), '') },
  ];
}

/** Converts a percentage of the host's memory; without that fact, returns memcached's default. */
function toMegabytes(memory: number | string, facts: Facts): number {
  if (typeof memory === 'number') return memory;
  const total = facts.memory?.system?.total_bytes;
  return total === undefined ? 64 : Math.floor((total * Number.parseInt(memory, 10)) / 100 / MEGABYTE);
}

function unlessDefault(value: string, fallback: string): string | undefined {
  return value === fallback ? undefined : value;
}
