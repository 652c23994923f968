import type { Catalog } from '../../src/catalog/catalog.js';
import { compile } from '../../src/catalog/index.js';
import { readNode } from '../../src/catalog/node/index.js';
import { vocabulary } from '../../src/classes/vocabulary.js';
import { factsOf, type ParityNode } from './cases.js';

/** Compiles a case's node as a node's YAML is compiled. */
export async function compileCase(node: ParityNode): Promise<Catalog> {
  const data = {
    classes: node.classes,
    resources: node.resources_declared,
    parameters: { openstack_release: node.release },
  };
  const { manifest, parameters } = await readNode(data, { vocabulary, file: node.name });
  return compile(manifest, { facts: factsOf(node.platform), parameters });
}
