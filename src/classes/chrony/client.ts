import { type AttributesOf, classType } from '../../catalog/index.js';
import { Chrony } from './chrony.js';
import { clientParameters } from './parameters.js';

/** `chrony::client`: the class `chrony` with nothing in it for others. */
export class Client extends classType('chrony::client', clientParameters, {
  doc: 'A host that takes the time from others, and gives it to nobody.',
}) {
  override declare(): void {
    if (this.find(Chrony) === undefined)
      new Chrony(this, this.parameters as AttributesOf<typeof clientParameters>);
    this.contain(Chrony);
  }
}
