import { type AttributesOf, classType } from '../../catalog/index.js';
import { serverParameters } from './parameters.js';
import { Rabbitmq } from './rabbitmq.js';

/**
 * `rabbitmq::server`, as older manifests call it.
 * @example
 * new rabbitmq.Server(site, { delete_guest_user: true })
 */
export class Server extends classType('rabbitmq::server', serverParameters, {
  doc: "RabbitMQ, under the name that older manifests have for it: the class 'rabbitmq' with fewer parameters.",
}) {
  override declare(): void {
    if (this.find(Rabbitmq) === undefined)
      new Rabbitmq(this, this.parameters as AttributesOf<typeof serverParameters>);
    this.contain(Rabbitmq);
  }
}
