export { type NodeManifest, type ReadNodeOptions, readNode } from './read-node.js';
