/**
 * Everything that commands load on demand, in one module: the build bundles it into one file, which the command line
 * loads only for the commands that need it.
 */
export { toPuppetCatalog } from '../catalog/puppet-format/index.js';
export {
  decryptKey,
  encryptFile,
  encryptValue,
  openEncryptedFile,
  rotateFiles,
  saveEncryptedFile,
} from '../data/hierarchy/encrypted-files.js';
export { explainResource } from '../engine/explain/explain-resource.js';
export { buildGraph } from '../engine/graph/build-graph.js';
export { refuseWithoutProvider } from '../engine/group.js';
export { inspect } from '../engine/inspect.js';
export { providersOf } from '../engine/provider.js';
export { findManifest } from '../manifest/find-manifest.js';
export { dotGraph } from '../views/dot-graph.js';
export { catalogPage } from '../views/html/catalog-page.js';
export { renderExplanation } from '../views/render-explanation.js';
export { checkTypes } from './check-types.js';
export { compileManifest, compileWithData } from './compile-manifest.js';
export { editText } from './edit-text.js';
export { generateManifest } from './generate-manifest.js';
export { readInput } from './read-input.js';
export { runManifest } from './run-manifest.js';
export { withHost } from './with-host.js';
export { writeIdentity } from './write-identity.js';
