import { definedType } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import {
  declareOptions,
  declareSettings,
  findConfigType,
  isServiceDefault,
  isSet,
  joinAny,
  literalSecret,
  type OptionOptions,
  type OptionValue,
  option,
  serviceDefault,
  toArray,
} from '../../shared/index.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`oslo_messaging_rabbit/${name}`, doc, options);
/** Since Stein the broker's address and user are only in the transport URL. */
const inUrl = { until: 'rocky' } as const;

const table = {
  amqp_durable_queues: key('amqp_durable_queues', 'Whether queues survive a restart of the broker.'),
  heartbeat_rate: key('heartbeat_rate', 'Number of heartbeats within the threshold.'),
  heartbeat_in_pthread: key(
    'heartbeat_in_pthread',
    'Whether heartbeats are sent from a native thread, for services without an event loop.',
    {
      since: 'train',
    },
  ),
  heartbeat_timeout_threshold: key(
    'heartbeat_timeout_threshold',
    'Seconds after which an unresponsive broker is considered down; 0 for never.',
  ),
  kombu_compression: key('kombu_compression', 'Compression of messages: `gzip` or `bz2`.'),
  kombu_failover_strategy: key(
    'kombu_failover_strategy',
    'How the next broker is selected: `round-robin` or `shuffle`.',
  ),
  kombu_missing_consumer_retry_timeout: key(
    'kombu_missing_consumer_retry_timeout',
    'Seconds to wait for a missing client of a response.',
  ),
  kombu_reconnect_delay: key('kombu_reconnect_delay', 'Seconds to wait before reconnecting.'),
  rabbit_interval_max: key('rabbit_interval_max', 'Maximum seconds between two connection attempts.'),
  rabbit_login_method: key('rabbit_login_method', 'Login mechanism: `PLAIN`, `AMQPLAIN`, `EXTERNAL`.'),
  rabbit_max_retries: key('rabbit_max_retries', 'Maximum number of connection attempts; 0 for no limit.', {
    until: 'queens',
  }),
  rabbit_password: key('rabbit_password', 'Password for the broker.', {
    ...inUrl,
    ...literalSecret,
  }),
  rabbit_retry_backoff: key(
    'rabbit_retry_backoff',
    'Seconds by which the interval increases with each attempt.',
  ),
  rabbit_retry_interval: key('rabbit_retry_interval', 'Seconds between the first connection attempts.'),
  rabbit_transient_queues_ttl: key(
    'rabbit_transient_queues_ttl',
    'Seconds after which an unused reply queue is deleted.',
  ),
  rabbit_use_ssl: key('rabbit_use_ssl', 'Whether to connect to the broker with TLS.'),
  rabbit_userid: key('rabbit_userid', 'User name for the broker.', inUrl),
  rabbit_virtual_host: key('rabbit_virtual_host', "The broker's virtual host.", inUrl),
  rabbit_qos_prefetch_count: key('rabbit_qos_prefetch_count', 'Number of messages to prefetch.', {
    since: 'pike',
  }),
  rabbit_hosts: key(
    'rabbit_hosts',
    'Brokers of a cluster, each as host:port; instead of host and port.',
    inUrl,
  ),
  rabbit_port: key('rabbit_port', "The broker's port.", inUrl),
  rabbit_host: key('rabbit_host', "The broker's host.", inUrl),
  rabbit_ha_queues: key(
    'rabbit_ha_queues',
    'Whether queues are mirrored; by default if there are several brokers.',
  ),
  kombu_ssl_ca_certs: key(
    'kombu_ssl_ca_certs',
    'Certificates of the authorities that are trusted; needs rabbit_use_ssl.',
  ),
  kombu_ssl_certfile: key('kombu_ssl_certfile', 'Certificate to present; needs rabbit_use_ssl.'),
  kombu_ssl_keyfile: key('kombu_ssl_keyfile', 'Key of that certificate; needs rabbit_use_ssl.'),
  kombu_ssl_version: key('kombu_ssl_version', 'Version of TLS; needs rabbit_use_ssl.'),
};

/** The options of TLS were renamed in Pike; the parameters were not. */
const renamed = {
  rabbit_use_ssl: 'ssl',
  kombu_ssl_ca_certs: 'ssl_ca_file',
  kombu_ssl_certfile: 'ssl_cert_file',
  kombu_ssl_keyfile: 'ssl_key_file',
  kombu_ssl_version: 'ssl_version',
} as const;

const currentTable = Object.fromEntries(
  Object.entries(table).map(([name, entry]) => {
    const option = renamed[name as keyof typeof renamed];
    return [name, option === undefined ? entry : { ...entry, option: `oslo_messaging_rabbit/${option}` }];
  }),
);

/** `oslo::messaging::rabbit`: the options of oslo.messaging for RabbitMQ. */
export class Rabbit extends definedType('oslo::messaging::rabbit', table, {
  doc: 'RabbitMQ as the message broker (oslo.messaging).',
}) {
  override declare(): void {
    this.#checkTls();
    const { kombu_compression } = this.parameters;
    if (!isServiceDefault(kombu_compression) && kombu_compression !== 'gzip' && kombu_compression !== 'bz2') {
      this.fail(
        'Unsupported Kombu compression. Possible values are gzip and bz2',
        "kombu_compression is 'gzip' or 'bz2'",
      );
    }
    const type = findConfigType(this, this.title);
    const optionNames = compareReleases(this.release, 'pike') < 0 ? table : currentTable;
    declareOptions(this, type, optionNames, { instead: this.#brokers() });
    if (compareReleases(this.release, 'ocata') < 0)
      declareSettings(this, type, { 'DEFAULT/rpc_backend': 'rabbit' });
  }

  #checkTls(): void {
    const { rabbit_use_ssl, kombu_ssl_certfile, kombu_ssl_keyfile } = this.parameters;
    if (rabbit_use_ssl !== true) {
      for (const name of [
        'kombu_ssl_ca_certs',
        'kombu_ssl_certfile',
        'kombu_ssl_keyfile',
        'kombu_ssl_version',
      ] as const) {
        if (!isSet(this.parameters[name])) continue;
        this.fail(
          `The ${name} parameter requires rabbit_use_ssl to be set to true`,
          'set rabbit_use_ssl, or leave it out',
        );
      }
    } else if (
      compareReleases(this.release, 'pike') >= 0 &&
      isSet(kombu_ssl_certfile) !== isSet(kombu_ssl_keyfile)
    ) {
      this.fail(
        'The kombu_ssl_certfile parameter and the kombu_ssl_keyfile parameters must be used together',
      );
    }
  }

  /** A list of brokers replaces the single one; with several, mirrored queues are the default. */
  #brokers(): Readonly<Record<string, unknown>> {
    const { rabbit_hosts, rabbit_ha_queues } = this.parameters;
    if (rabbit_hosts === undefined || isServiceDefault(rabbit_hosts)) return {};
    const several = Array.isArray(rabbit_hosts)
      ? toArray(rabbit_hosts).length > 1
      : String(rabbit_hosts).length > 1;
    return {
      rabbit_hosts: joinAny(rabbit_hosts),
      rabbit_port: serviceDefault,
      rabbit_host: serviceDefault,
      ...(several && isServiceDefault(rabbit_ha_queues) ? { rabbit_ha_queues: true } : {}),
    };
  }
}
