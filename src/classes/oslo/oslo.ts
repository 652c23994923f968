import { classType } from '../../catalog/index.js';
import { Params } from './params.js';

/** `oslo`. */
export class Oslo extends classType('oslo', {}, { doc: "The base of Oslo's defined types." }) {
  override declare(): void {
    this.include(Params);
  }
}
