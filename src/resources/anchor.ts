import { nativeType, title } from '../catalog/index.js';

/**
 * A fixed point in the order of a catalog: it has no state, orders other resources, and forwards refreshes.
 * @example
 * const ready = new Anchor(site, 'storage::ready');
 * new Exec(site, '/usr/bin/udevadm settle', { before: ready });
 * new Mount(site, '/srv', { device: '/dev/vdb', fstype: 'xfs', require: ready });
 */
export class Anchor extends nativeType(
  'anchor',
  { name: title('The name of the anchor.') },
  {
    doc: 'A fixed point that other resources are ordered by; refreshes pass through it.',
    transparent: true,
  },
) {}
