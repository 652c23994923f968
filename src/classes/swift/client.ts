import { classType } from '../../catalog/index.js';
import { Deps } from './deps.js';

/** Swift's Python client, which comes with the package of Glance's stores: there is nothing left to install. */
export class Client extends classType(
  'swift::client',
  {},
  { doc: "The place of Swift's client in the order of a catalog." },
) {
  override declare(): void {
    this.include(Deps);
  }
}
