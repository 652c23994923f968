import type { Facts } from '../../data/facts.js';
import type { Given } from './given.js';

const MEGABYTE = 1024 * 1024;

/** A switch of memcached's command line; without a value, it is left to memcached. */
export interface Switch {
  readonly name: string;
  readonly value: string | undefined;
}

/** What memcached is started with: what is its own default is left out, so that its file stays short. */
export function switches(given: Given, facts: Facts): Switch[] {
  const { listen, tcp_port, udp_port, max_memory, max_connections, max_item_size } = given;
  const { processorcount, user, extended_opts } = given;
  return [
    { name: '-m', value: String(megabytes(max_memory, facts)) },
    { name: '-p', value: String(tcp_port) },
    { name: '-l', value: listen.length === 0 ? undefined : listen.join(',') },
    ...(user === undefined ? [] : [{ name: '-u', value: user }]),
    { name: '-U', value: unless(String(udp_port), '0') },
    { name: '-c', value: unless(String(max_connections), '1024') },
    { name: '-I', value: unless(max_item_size, '1m') },
    { name: '-t', value: unless(String(processorcount), '4') },
    { name: '-o', value: unless(extended_opts.join(','), '') },
  ];
}

/** A share of the memory that the host has; where that is not known, what memcached takes without being told. */
function megabytes(memory: number | string, facts: Facts): number {
  if (typeof memory === 'number') return memory;
  const total = facts.memory?.system?.total_bytes;
  return total === undefined ? 64 : Math.floor((total * Number.parseInt(memory, 10)) / 100 / MEGABYTE);
}

function unless(value: string, fallback: string): string | undefined {
  return value === fallback ? undefined : value;
}
