import { definedType } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import type { OptionValue } from '../../tables/index.js';
import {
  asArray,
  configType,
  declareOptions,
  derive,
  type OptionOptions,
  option,
  password,
  settings,
} from '../../tables/index.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`oslo_messaging_amqp/${name}`, doc, options);
const later = { since: 'pike' } as const;

const table = {
  addressing_mode: key(
    'addressing_mode',
    'How addresses are put together: `legacy`, `routable`, `dynamic`.',
    later,
  ),
  server_request_prefix: key('server_request_prefix', 'What addresses of one server begin with.'),
  broadcast_prefix: key('broadcast_prefix', 'What addresses of all servers begin with.'),
  group_request_prefix: key('group_request_prefix', 'What addresses of any server of a group begin with.'),
  rpc_address_prefix: key('rpc_address_prefix', 'What addresses of calls begin with.', later),
  notify_address_prefix: key('notify_address_prefix', 'What addresses of notifications begin with.', later),
  multicast_address: key('multicast_address', 'Marks an address whose message goes to all.', later),
  unicast_address: key('unicast_address', 'Marks an address whose message goes to one server.', later),
  anycast_address: key('anycast_address', 'Marks an address whose message goes to any of a group.', later),
  default_notification_exchange: key(
    'default_notification_exchange',
    'The exchange of notifications.',
    later,
  ),
  default_rpc_exchange: key('default_rpc_exchange', 'The exchange of calls.', later),
  pre_settled: key('pre_settled', 'Kinds of messages that are sent without waiting for the broker.', {
    since: 'pike',
    write: (value) => derive(value, asArray),
  }),
  container_name: key('container_name', 'The name of the AMQP container.'),
  idle_timeout: key('idle_timeout', 'Seconds after which an idle connection is closed.'),
  trace: key('trace', 'Prints AMQP frames.'),
  ssl: key('ssl', 'Whether the broker is spoken to with TLS.', later),
  ssl_ca_file: key('ssl_ca_file', 'Certificates of the authorities that are trusted.'),
  ssl_cert_file: key('ssl_cert_file', 'Certificate to present.'),
  ssl_key_file: key('ssl_key_file', 'Key of that certificate.'),
  ssl_key_password: key('ssl_key_password', 'Password of that key.', { ...password, secret: 'queens' }),
  allow_insecure_clients: key('allow_insecure_clients', 'Accepts clients without TLS.', { until: 'rocky' }),
  sasl_mechanisms: key('sasl_mechanisms', 'SASL mechanisms that are acceptable.'),
  sasl_config_dir: key('sasl_config_dir', "Directory of SASL's configuration."),
  sasl_config_name: key('sasl_config_name', "Name of SASL's configuration file, without its suffix."),
  sasl_default_realm: key('sasl_default_realm', 'The realm of user names that have none.', {
    since: 'queens',
  }),
  username: key('username', 'The user towards the broker.'),
  password: key('password', 'Its password.', { ...password, secret: 'queens' }),
  default_send_timeout: key('default_send_timeout', 'Seconds to wait until a call is sent.', later),
  default_notify_timeout: key(
    'default_notify_timeout',
    'Seconds to wait until a notification is sent.',
    later,
  ),
};

/** `oslo::messaging::amqp`: the options of oslo.messaging for AMQP 1.0. */
export class Amqp extends definedType('oslo::messaging::amqp', table, {
  doc: 'A message broker that speaks AMQP 1.0 (oslo.messaging).',
  until: '2024.2',
}) {
  override declare(): void {
    const type = configType(this, this.title);
    declareOptions(this, type, table);
    if (compareReleases(this.release, 'ocata') < 0) settings(this, type, { 'DEFAULT/rpc_backend': 'amqp' });
  }
}
