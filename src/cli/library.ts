/**
 * All of the library that commands work with, in one module: the build makes one file of it, which the command
 * line loads when it knows that it is needed, and not before.
 */
export { toPuppetCatalog } from '../catalog/puppet-format/index.js';
export { vocabulary } from '../classes/vocabulary.js';
export { buildGraph } from '../engine/graph/graph.js';
export { inspect } from '../engine/inspect.js';
export { LocalHost } from '../hosts/local/local-host.js';
export { findFile } from '../manifest/find-file.js';
export { dotGraph } from '../views/dot-graph.js';
export { compileManifest } from './compile-manifest.js';
export { manifestCode } from './manifest-code.js';
export { runManifest } from './run-manifest.js';
export { checkTypes } from './type-check.js';
