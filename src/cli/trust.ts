import type { ManifestTrust } from '../manifest/index.js';

/** Returns whose manifests a command runs as root. */
export function toTrust(options: { readonly 'trust-manifest': boolean }): ManifestTrust {
  return options['trust-manifest'] ? 'any' : 'own';
}

/**
 * Refuses data, facts and keys that other users can change: as root, their values become commands and files.
 * @throws {GlanceApplyError} `manifest.foreign`
 */
export async function refuseUntrustedData(files: Iterable<string>, trust: ManifestTrust): Promise<void> {
  // Loaded on demand: most commands need this module for nothing else.
  const { refuseUntrusted } = await import('../hosts/refuse-untrusted.js');
  await refuseUntrusted('use data', files, trust);
}
