export { type LoadedManifest, type LoadOptions, loadManifest } from './load-manifest.js';
export { type ManifestTrust, refuseForeign } from './refuse-foreign.js';
