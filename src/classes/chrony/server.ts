import { classType } from '../../catalog/index.js';
import { Chrony } from './chrony.js';
import { parameters } from './parameters.js';

/** `chrony::server`: the class `chrony` with clients. */
export class Server extends classType('chrony::server', parameters, {
  doc: 'A host that serves time to the networks in `allow`.',
}) {
  override declare(): void {
    const { allow } = this.parameters;
    if (Array.isArray(allow) && allow.length === 0)
      this.fail('a time server needs allowed clients', "set allow to a network, or to 'all'");
    if (this.find(Chrony) === undefined) new Chrony(this, this.parameters);
    this.contain(Chrony);
  }
}
