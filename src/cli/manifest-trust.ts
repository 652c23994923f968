import type { ManifestTrust } from '../manifest/index.js';
import type { Call } from './command.js';

/** Returns whose manifests a call runs as root. */
export function trustOf({ options }: Pick<Call, 'options'>): ManifestTrust {
  return options['trust-manifest'] === true ? 'any' : 'own';
}
