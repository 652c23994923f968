import { classType } from '../../catalog/index.js';
import { serverParameters } from './parameters.js';
import { Rabbitmq } from './rabbitmq.js';

/**
 * `rabbitmq::server`, the name in older manifests.
 * @example
 * new rabbitmq.Server(site, { delete_guest_user: true })
 */
export class Server extends classType('rabbitmq::server', serverParameters, {
  doc: "RabbitMQ, under its name in older manifests: the class 'rabbitmq' with fewer parameters.",
}) {
  override declare(): void {
    if (this.find(Rabbitmq) === undefined) new Rabbitmq(this, this.parameters);
    this.contain(Rabbitmq);
  }
}
