import type { Catalog } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

/** Numbers the nodes: resources in the order of the catalog, the end of a container right after its begin. */
export class Layout {
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly indexOf: Int32Array;
  readonly transparent: Uint8Array;
  readonly size: number;

  constructor(catalog: Catalog) {
    const { resources } = catalog;
    this.firsts = new Int32Array(resources.length);
    this.lasts = new Int32Array(resources.length);
    let size = 0;
    for (const { index, definition } of resources) {
      this.firsts[index] = size++;
      this.lasts[index] = definition === undefined ? size++ : size - 1;
    }
    this.size = size;
    this.indexOf = new Int32Array(size);
    this.transparent = new Uint8Array(size);
    for (const { index, definition } of resources) {
      const [first, last] = [ensureDefined(this.firsts[index]), ensureDefined(this.lasts[index])];
      this.indexOf[first] = index;
      this.indexOf[last] = index;
      if (definition === undefined || definition.transparent) {
        this.transparent[first] = 1;
        this.transparent[last] = 1;
      }
    }
  }
}
