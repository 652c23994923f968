import type { Call } from './command.js';
import { trustOf } from './manifest-trust.js';

/**
 * Refuses data, facts and keys that other users can change: as root, their values become commands and files.
 * @throws {GlanceApplyError} `manifest.foreign`
 */
export async function refuseUntrustedData(call: Call, files: Iterable<string>): Promise<void> {
  // Loaded on demand: most calls need this module for nothing else.
  const { refuseUntrusted } = await import('../manifest/refuse-untrusted.js');
  await refuseUntrusted('use data', files, trustOf(call));
}
