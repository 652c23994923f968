import { findExcessInJson } from '../../data/nesting.js';
import { raise } from '../../errors/glance-apply-error.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';

/**
 * Reads JSON that somebody else has written.
 * @throws where it is none, or is nested deeper than anything that would go through it could follow.
 */
export function parseJson(text: string): unknown {
  const { jsonDepth } = NETWORK_BOUNDS;
  if (findExcessInJson(text, jsonDepth) !== undefined)
    raise('openstack.answer', `it is nested deeper than ${jsonDepth}`);
  return JSON.parse(text);
}
