import { classType } from '../../catalog/index.js';
import { RabbitmqPlugin } from '../../resources/index.js';
import { Config } from './config.js';
import { Install } from './install.js';
import { Management } from './management.js';
import { parameters } from './parameters.js';
import { Service } from './service.js';

/**
 * RabbitMQ on this host.
 * @example
 * new rabbitmq.Rabbitmq(site, { node_ip_address: '127.0.0.1', delete_guest_user: true })
 */
export class Rabbitmq extends classType('rabbitmq', parameters, {
  doc: 'RabbitMQ: package, configuration, plugins, service and default accounts.',
}) {
  override declare(): void {
    const { ssl, ssl_only, ssl_versions, service_restart } = this.parameters;
    if (ssl_only && !ssl) this.fail('ssl_only needs ssl: without it no client could connect');
    if (ssl_versions !== undefined && !ssl) this.fail('ssl_versions needs ssl');
    for (const part of [Install, Config, Service, Management]) this.contain(part);
    this.chain(Install.ref()).before(Config.ref()).before(Service.ref()).before(Management.ref());
    this.chain(Install.ref()).notify(Service.ref());
    if (service_restart) this.chain(Config.ref()).notify(Service.ref());
    this.#plugins();
  }

  /** A running broker activates plugins at once, a stopped one when it starts. */
  #plugins(): void {
    const { admin_enable, stomp_ensure, ldap_auth, config_shovel } = this.parameters;
    const plugins = {
      rabbitmq_management: admin_enable,
      rabbitmq_stomp: stomp_ensure,
      rabbitmq_auth_backend_ldap: ldap_auth,
      rabbitmq_shovel: config_shovel,
      rabbitmq_shovel_management: config_shovel && admin_enable,
    };
    for (const [name, enabled] of Object.entries(plugins))
      if (enabled) new RabbitmqPlugin(this, name, { require: Config.ref(), before: Service.ref() });
    this.chain(Install.ref()).before(this.collect(RabbitmqPlugin));
  }
}
