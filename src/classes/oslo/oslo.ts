import { classType } from '../../catalog/index.js';
import { Params } from './params.js';

/** `oslo`. */
export class Oslo extends classType('oslo', {}, { doc: "What Oslo's defined types stand on." }) {
  override declare(): void {
    this.include(Params);
  }
}
