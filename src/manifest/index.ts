export { type LoadedManifest, loadManifest } from './load-manifest.js';
