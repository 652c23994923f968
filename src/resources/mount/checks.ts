import type { WantedMount } from './attributes.js';
import { isSwap, trimTrailingSlashes } from './fstab.js';

/** Normalizes the mount point, and converts `atboot` to an option. */
export function normalize(wanted: WantedMount): WantedMount {
  const mount = { ...wanted, name: trimTrailingSlashes(wanted.name) };
  if (mount.atboot === undefined) return mount;
  const others = (mount.options ?? 'defaults')
    .split(',')
    .filter((option) => option !== 'noauto' && option !== 'auto');
  if (mount.atboot && mount.options === undefined) return mount;
  const options = mount.atboot ? others : [...others.filter((option) => option !== 'defaults'), 'noauto'];
  return { ...mount, options: options.length === 0 ? 'defaults' : options.join(',') };
}

/** Validates the attributes of a mount together. */
export function* validate(wanted: WantedMount): Generator<string> {
  if (!wanted.name.startsWith('/') && wanted.device === undefined)
    yield 'swap space is identified by its device: give a device';
  if (wanted.ensure === 'absent') return;
  if (isSwap(wanted) && wanted.ensure !== 'present' && wanted.ensure !== 'defined') {
    yield `swap space is not mounted: ensure can be 'present' or 'absent', not '${wanted.ensure}'`;
  }
}
