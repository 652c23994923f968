import type { Call } from './command.js';
import { trustOf } from './manifest-trust.js';

/**
 * What data and facts say becomes commands and files of root, and keys decide what is read from them.
 * @throws {GlanceApplyError} `manifest.foreign`
 */
export async function refuseUntrustedData(call: Call, files: Iterable<string>): Promise<void> {
  // Loaded here: other users are never asked, and most calls need it for nothing else.
  const { refuseUntrusted: refuseForeign } = await import('../manifest/refuse-untrusted.js');
  await refuseForeign('use data', files, trustOf(call));
}
