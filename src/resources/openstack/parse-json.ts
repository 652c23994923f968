import { measureJson } from '../../data/nesting.js';
import { raise } from '../../errors/glance-apply-error.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';

/** Parsed JSON. */
export interface ParsedJson {
  readonly value: unknown;
  /** About how many bytes of memory it takes: the smallest values take more there than in the text. */
  readonly size: number;
}

/**
 * Parses JSON of a server.
 * @throws if it is not JSON, is nested too deeply to be processed, or has so many values that parsing it would block the
 *   run and fill the memory.
 */
export function parseJson(text: string): ParsedJson {
  const { jsonDepth, jsonValues, jsonValueBytes } = NETWORK_BOUNDS;
  const { excess, values } = measureJson(text, jsonDepth);
  if (excess !== undefined) raise('openstack.answer', `it is nested deeper than ${jsonDepth}`);
  if (values > jsonValues) raise('openstack.answer', `it has more than ${jsonValues} values`);
  return { value: JSON.parse(text), size: Math.max(text.length, values * jsonValueBytes) };
}
