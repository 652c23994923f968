import type { Facts } from '../../data/facts.js';
import { openstack } from '../../hosts/facts/openstack.js';

/** A platform to compile for: its name, and the facts of a typical host. */
export interface Platform<N extends string = string> {
  readonly name: N;
  readonly facts: Facts;
}

const PROCESSORS = 4;
const MEMORY_GIB = 8;
const BYTES_PER_GIB = 1024 ** 3;

/** Creates a platform from its own facts and those that all platforms of the specs have in common. */
export function describePlatform<const N extends string>(
  name: N,
  own: Facts & { readonly os: NonNullable<Facts['os']> },
): Platform<N> {
  const facts: Facts = {
    kernel: 'Linux',
    networking: {
      hostname: 'controller',
      domain: 'example.com',
      fqdn: 'controller.example.com',
      ip: '192.0.2.10',
    },
    processors: { count: PROCESSORS },
    memory: { system: { total_bytes: MEMORY_GIB * BYTES_PER_GIB, total: `${MEMORY_GIB}.00 GiB` } },
    service_provider: 'systemd',
    root_home: '/root',
    ...openstack(own.os, PROCESSORS),
    ...own,
  };
  return { name, facts };
}
