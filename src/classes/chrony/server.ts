import { type AttributesOf, classType } from '../../catalog/index.js';
import { Chrony } from './chrony.js';
import { parameters } from './parameters.js';

/** `chrony::server`: the class `chrony`, with somebody who may ask. */
export class Server extends classType('chrony::server', parameters, {
  doc: 'A host that gives others the time: `allow` says to whom.',
}) {
  override declare(): void {
    const { allow } = this.parameters;
    if (Array.isArray(allow) && allow.length === 0)
      this.fail('a time server without anybody who may ask it', "give allow a network, or 'all'");
    if (this.find(Chrony) === undefined) new Chrony(this, this.parameters as AttributesOf<typeof parameters>);
    this.contain(Chrony);
  }
}
