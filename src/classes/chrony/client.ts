import { classType } from '../../catalog/index.js';
import { Chrony } from './chrony.js';
import { clientParameters } from './parameters.js';

/** `chrony::client`: the class `chrony` without parameters for serving time. */
export class Client extends classType('chrony::client', clientParameters, {
  doc: 'A host that synchronizes its clock and does not serve time.',
}) {
  override declare(): void {
    if (this.find(Chrony) === undefined) new Chrony(this, this.parameters);
    this.contain(Chrony);
  }
}
