import { definedType } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import type { OptionValue } from '../../shared/index.js';
import {
  declareOptions,
  declareSettings,
  derive,
  findConfigType,
  literalSecret,
  type OptionOptions,
  option,
  toArray,
} from '../../shared/index.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`oslo_messaging_amqp/${name}`, doc, options);
const later = { since: 'pike' } as const;

const table = {
  addressing_mode: key('addressing_mode', 'Format of addresses: `legacy`, `routable`, `dynamic`.', later),
  server_request_prefix: key('server_request_prefix', 'Address prefix for one server.'),
  broadcast_prefix: key('broadcast_prefix', 'Address prefix for all servers.'),
  group_request_prefix: key('group_request_prefix', 'Address prefix for any server of a group.'),
  rpc_address_prefix: key('rpc_address_prefix', 'Address prefix for calls.', later),
  notify_address_prefix: key('notify_address_prefix', 'Address prefix for notifications.', later),
  multicast_address: key('multicast_address', 'Marker in the addresses of messages to all servers.', later),
  unicast_address: key('unicast_address', 'Marker in the addresses of messages to one server.', later),
  anycast_address: key(
    'anycast_address',
    'Marker in the addresses of messages to any server of a group.',
    later,
  ),
  default_notification_exchange: key(
    'default_notification_exchange',
    'The exchange of notifications.',
    later,
  ),
  default_rpc_exchange: key('default_rpc_exchange', 'The exchange of calls.', later),
  pre_settled: key('pre_settled', 'Kinds of messages that are sent without waiting for the broker.', {
    since: 'pike',
    write: (value) => derive(value, toArray),
  }),
  container_name: key('container_name', 'The name of the AMQP container.'),
  idle_timeout: key('idle_timeout', 'Seconds after which an idle connection is closed.'),
  trace: key('trace', 'Whether AMQP frames are printed.'),
  ssl: key('ssl', 'Whether to connect to the broker with TLS.', later),
  ssl_ca_file: key('ssl_ca_file', 'Certificates of the authorities that are trusted.'),
  ssl_cert_file: key('ssl_cert_file', 'Certificate to present.'),
  ssl_key_file: key('ssl_key_file', 'Key of that certificate.'),
  ssl_key_password: key('ssl_key_password', 'Password of that key.', { ...literalSecret, secret: 'queens' }),
  allow_insecure_clients: key('allow_insecure_clients', 'Whether clients without TLS are accepted.', {
    until: 'rocky',
  }),
  sasl_mechanisms: key('sasl_mechanisms', 'Accepted SASL mechanisms.'),
  sasl_config_dir: key('sasl_config_dir', "Directory of SASL's configuration."),
  sasl_config_name: key('sasl_config_name', "Name of SASL's configuration file, without its suffix."),
  sasl_default_realm: key('sasl_default_realm', 'The realm of user names that have none.', {
    since: 'queens',
  }),
  username: key('username', 'User name for the broker.'),
  password: key('password', 'Its password.', { ...literalSecret, secret: 'queens' }),
  default_send_timeout: key('default_send_timeout', 'Seconds to wait until a call is sent.', later),
  default_notify_timeout: key(
    'default_notify_timeout',
    'Seconds to wait until a notification is sent.',
    later,
  ),
};

/** `oslo::messaging::amqp`: the options of oslo.messaging for AMQP 1.0. */
export class Amqp extends definedType('oslo::messaging::amqp', table, {
  doc: 'A message broker for AMQP 1.0 (oslo.messaging).',
  until: '2024.2',
}) {
  override declare(): void {
    const type = findConfigType(this, this.title);
    declareOptions(this, type, table);
    if (compareReleases(this.release, 'ocata') < 0)
      declareSettings(this, type, { 'DEFAULT/rpc_backend': 'amqp' });
  }
}
