import { findExcessInJson } from '../../data/nesting.js';
import { raise } from '../../errors/glance-apply-error.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';

/**
 * Parses JSON of a server.
 * @throws if it is not JSON, or is nested too deeply to be processed.
 */
export function parseJson(text: string): unknown {
  const { jsonDepth } = NETWORK_BOUNDS;
  if (findExcessInJson(text, jsonDepth) !== undefined)
    raise('openstack.answer', `it is nested deeper than ${jsonDepth}`);
  return JSON.parse(text);
}
