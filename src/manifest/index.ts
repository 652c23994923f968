export type { ManifestKind } from './find-manifest.js';
export { type LoadedManifest, type LoadOptions, loadManifest } from './load-manifest.js';
export { type ManifestTrust, refuseUntrusted } from './refuse-untrusted.js';
