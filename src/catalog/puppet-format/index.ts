export { fromPuppetCatalog, type ReadOptions } from './from-puppet-catalog.js';
export type { PuppetCatalog, PuppetEdge, PuppetResource } from './puppet-catalog.js';
export { type PuppetFormatOptions, toPuppetCatalog } from './to-puppet-catalog.js';
