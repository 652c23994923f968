import type { DesiredMount } from './attributes.js';
import { isSwap, trimTrailingSlashes } from './fstab.js';

/** Normalizes the mount point, and converts `atboot` to an option. */
export function normalize(desired: DesiredMount): DesiredMount {
  const mount = { ...desired, name: trimTrailingSlashes(desired.name) };
  if (mount.atboot === undefined) return mount;
  const others = (mount.options ?? 'defaults')
    .split(',')
    .filter((option) => option !== 'noauto' && option !== 'auto');
  if (mount.atboot && mount.options === undefined) return mount;
  const options = mount.atboot ? others : [...others.filter((option) => option !== 'defaults'), 'noauto'];
  return { ...mount, options: options.length === 0 ? 'defaults' : options.join(',') };
}

/** Validates the attributes of a mount together. */
export function* validate(desired: DesiredMount): Generator<string> {
  if (!desired.name.startsWith('/') && desired.device === undefined)
    yield 'swap space is identified by its device: give a device';
  if (desired.ensure === 'absent') return;
  if (isSwap(desired) && desired.ensure !== 'present' && desired.ensure !== 'defined') {
    yield `swap space is not mounted: ensure can be 'present' or 'absent', not '${desired.ensure}'`;
  }
}
