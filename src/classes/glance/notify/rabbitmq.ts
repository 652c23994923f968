import { classType } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { GlanceApiConfig, GlanceRegistryConfig } from '../../../resources/index.js';
import * as oslo from '../../oslo/index.js';
import { adaptParameter, declareOptions, option } from '../../shared/index.js';
import { Deps } from '../deps.js';

const rabbit = oslo.messaging.Rabbit.definition.attributes;
const transport = oslo.messaging.Default.definition.attributes;
const notifications = oslo.messaging.Notifications.definition.attributes;

const inTheUrl = { until: 'queens', obsolete: 'use default_transport_url' } as const;

const exchange = {
  rabbit_notification_exchange: option(
    'oslo_messaging_rabbit/default_notification_exchange',
    'Exchange of notifications.',
    { until: 'xena', obsolete: 'oslo.messaging does not read it' },
  ),
};

/** The broker: `oslo::messaging::rabbit` under Glance's names. */
const brokerParameters = {
  rabbit_password: adaptParameter(rabbit.rabbit_password, inTheUrl),
  rabbit_userid: adaptParameter(rabbit.rabbit_userid, inTheUrl),
  rabbit_host: adaptParameter(rabbit.rabbit_host, inTheUrl),
  rabbit_port: adaptParameter(rabbit.rabbit_port, inTheUrl),
  rabbit_hosts: adaptParameter(rabbit.rabbit_hosts, inTheUrl),
  rabbit_virtual_host: adaptParameter(rabbit.rabbit_virtual_host, inTheUrl),
  rabbit_ha_queues: rabbit.rabbit_ha_queues,
  rabbit_heartbeat_timeout_threshold: rabbit.heartbeat_timeout_threshold,
  rabbit_heartbeat_rate: rabbit.heartbeat_rate,
  rabbit_heartbeat_in_pthread: adaptParameter(rabbit.heartbeat_in_pthread, { since: 'train' }),
  rabbit_use_ssl: rabbit.rabbit_use_ssl,
  kombu_ssl_ca_certs: rabbit.kombu_ssl_ca_certs,
  kombu_ssl_certfile: rabbit.kombu_ssl_certfile,
  kombu_ssl_keyfile: rabbit.kombu_ssl_keyfile,
  kombu_ssl_version: rabbit.kombu_ssl_version,
  kombu_reconnect_delay: rabbit.kombu_reconnect_delay,
  kombu_failover_strategy: adaptParameter(rabbit.kombu_failover_strategy, { since: 'pike' }),
  kombu_compression: rabbit.kombu_compression,
  amqp_durable_queues: rabbit.amqp_durable_queues,
} as const;

/** The names of those parameters in `oslo::messaging::rabbit`, if they differ. */
const renamed: Readonly<Record<string, string>> = {
  rabbit_heartbeat_timeout_threshold: 'heartbeat_timeout_threshold',
  rabbit_heartbeat_rate: 'heartbeat_rate',
  rabbit_heartbeat_in_pthread: 'heartbeat_in_pthread',
};

/** Notifications about images over RabbitMQ. */
export class Rabbitmq extends classType(
  'glance::notify::rabbitmq',
  {
    default_transport_url: transport.transport_url,
    rpc_response_timeout: adaptParameter(transport.rpc_response_timeout, { since: 'ocata' }),
    control_exchange: adaptParameter(transport.control_exchange, { since: 'ocata' }),
    notification_transport_url: notifications.transport_url,
    notification_driver: notifications.driver,
    rabbit_notification_topic: notifications.topics,
    ...brokerParameters,
    ...exchange,
  },
  { doc: 'Notifications about images over RabbitMQ: the broker, the driver, the topics.' },
) {
  override declare(): void {
    this.include(Deps);
    const withRegistry = isReleaseBetween(this.release, undefined, 'ussuri');
    for (const config of withRegistry
      ? ['glance_api_config', 'glance_registry_config']
      : ['glance_api_config']) {
      new oslo.messaging.Rabbit(this, config, this.#broker());
      new oslo.messaging.Default(this, config, {
        transport_url: this.parameters.default_transport_url,
        rpc_response_timeout: this.parameters.rpc_response_timeout,
        control_exchange: this.parameters.control_exchange,
      });
      new oslo.messaging.Notifications(this, config, {
        driver: this.parameters.notification_driver,
        transport_url: this.parameters.notification_transport_url,
        topics: this.parameters.rabbit_notification_topic,
      });
    }
    declareOptions(this, GlanceApiConfig, exchange);
    if (this.release === 'yoga') {
      new GlanceApiConfig(this, 'oslo_messaging_rabbit/default_notification_exchange', { ensure: 'absent' });
    }
    if (withRegistry) declareOptions(this, GlanceRegistryConfig, exchange);
  }

  #broker(): object {
    const own: Readonly<Record<string, unknown>> = this.parameters;
    return Object.fromEntries(
      Object.keys(brokerParameters).map((name) => [renamed[name] ?? name, own[name]]),
    );
  }
}
