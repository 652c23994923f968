export { type ManifestTrust, refuseUntrusted } from '../hosts/refuse-untrusted.js';
export type { ManifestKind } from './find-manifest.js';
export { type LoadedFleet, loadFleet } from './load-fleet.js';
export { type LoadedManifest, type LoadOptions, loadManifest } from './load-manifest.js';
