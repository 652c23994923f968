import { classType } from '../../catalog/index.js';
import { Package } from '../../resources/index.js';
import { readParameters } from './clear-parameters.js';

/** `rabbitmq::install`. */
export class Install extends classType('rabbitmq::install', {}, { doc: "RabbitMQ's packages." }) {
  override declare(): void {
    const { package_name, package_ensure } = readParameters(this);
    for (const name of package_name) new Package(this, name, { ensure: package_ensure });
  }
}
