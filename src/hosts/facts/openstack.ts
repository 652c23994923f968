import type { Facts } from '../../data/facts.js';

/**
 * Returns the facts of Puppet's OpenStack modules: the markers that leave a setting to the service or to the file, and
 * the default number of workers of a service.
 */
export function openstack(os: NonNullable<Facts['os']>, processors: number): Facts {
  const half = Math.floor(processors / 2);
  return {
    os_service_default: '<SERVICE DEFAULT>',
    os_immutable: '<_IMMUTABLE_>',
    os_package_type: packageType(os),
    os_workers: between(2, half, 12),
    os_workers_small: between(2, Math.floor(processors / 4), 8),
    os_workers_large: Math.max(1, half),
    os_workers_heat_engine: between(4, half, 24),
    os_workers_keystone: between(4, processors, 24),
  };
}

function packageType({ family, name }: NonNullable<Facts['os']>): string {
  if (family === 'RedHat') return 'rpm';
  if (family !== 'Debian') return 'unknown';
  return name === 'Debian' ? 'debian' : 'ubuntu';
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
