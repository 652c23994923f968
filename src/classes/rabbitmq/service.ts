import { classType } from '../../catalog/index.js';
import { Service as ServiceResource } from '../../resources/index.js';
import { readParameters } from './clear-parameters.js';

/** `rabbitmq::service`. */
export class Service extends classType('rabbitmq::service', {}, { doc: "RabbitMQ's service." }) {
  override declare(): void {
    const { service_manage, service_ensure, service_name } = readParameters(this);
    if (!service_manage) return;
    const runs = service_ensure === 'running';
    new ServiceResource(this, 'rabbitmq-server', {
      name: service_name,
      ensure: runs,
      enable: runs,
      // The init script runs rabbitmqctl, which takes a second to start: checking the process is faster.
      ...(this.facts.service_provider === 'init'
        ? { hasstatus: false, pattern: '-s rabbit boot( |$)' }
        : { hasstatus: true }),
      hasrestart: true,
    });
  }
}
