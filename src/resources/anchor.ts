import { nativeType, title } from '../catalog/index.js';

/** A fixed point in the order of a catalog: it has no state, orders others, and passes refreshes on. */
export class Anchor extends nativeType(
  'anchor',
  { name: title('What the anchor is called.') },
  {
    doc: 'A fixed point that other resources are ordered around; refreshes pass through it.',
    transparent: true,
  },
) {}
