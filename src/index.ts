export * from './catalog/index.js';
export { type Diagnostic, problem, type RelatedPlace, warning } from './errors/diagnostic.js';
export { GlanceApplyError } from './errors/glance-apply-error.js';
export type { Place } from './errors/place.js';
export { type LoadedManifest, loadManifest } from './manifest/index.js';
export { REDACTED, Secret, secret } from './secrets/secret.js';
