import { classType } from '../../catalog/index.js';
import { Deps } from './deps.js';

/** Swift's Python client, a dependency of the package of Glance's stores: nothing has to be installed. */
export class Client extends classType(
  'swift::client',
  {},
  { doc: "The anchor of Swift's client in the order of a catalog." },
) {
  override declare(): void {
    this.include(Deps);
  }
}
