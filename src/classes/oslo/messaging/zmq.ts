import { definedType } from '../../../catalog/index.js';
import {
  declareOptions,
  declareSettings,
  findConfigType,
  isServiceDefault,
  option,
} from '../../shared/index.js';

const table = {
  rpc_cast_timeout: option('DEFAULT/rpc_cast_timeout', 'Seconds before an undelivered message is dropped.'),
  rpc_poll_timeout: option('DEFAULT/rpc_poll_timeout', 'Timeout of a poll, in seconds.'),
  rpc_zmq_bind_address: option('DEFAULT/rpc_zmq_bind_address', 'Listen address.'),
  rpc_zmq_bind_port_retries: option(
    'DEFAULT/rpc_zmq_bind_port_retries',
    'Maximum number of attempts to find a free port.',
  ),
  rpc_zmq_concurrency: option('DEFAULT/rpc_zmq_concurrency', '`eventlet` or `native`.'),
  rpc_zmq_contexts: option('DEFAULT/rpc_zmq_contexts', 'Number of ZeroMQ contexts.'),
  rpc_zmq_host: option('DEFAULT/rpc_zmq_host', 'The name of this host for other hosts.'),
  rpc_zmq_ipc_dir: option('DEFAULT/rpc_zmq_ipc_dir', 'Directory of the sockets.'),
  rpc_zmq_matchmaker: option('DEFAULT/rpc_zmq_matchmaker', 'Driver that finds the other hosts.'),
  rpc_zmq_max_port: option('DEFAULT/rpc_zmq_max_port', 'Highest listen port.'),
  rpc_zmq_min_port: option('DEFAULT/rpc_zmq_min_port', 'Lowest listen port.'),
  rpc_zmq_topic_backlog: option(
    'DEFAULT/rpc_zmq_topic_backlog',
    'Maximum number of buffered messages per topic.',
  ),
  use_pub_sub: option('DEFAULT/use_pub_sub', 'Whether publish and subscribe go through a proxy.'),
  zmq_target_expire: option(
    'DEFAULT/zmq_target_expire',
    'Seconds before the record of another host expires.',
  ),
};

/** `oslo::messaging::zmq`: the options of oslo.messaging for ZeroMQ. */
export class Zmq extends definedType('oslo::messaging::zmq', table, {
  doc: 'Messages without a broker, over ZeroMQ (oslo.messaging).',
  until: 'rocky',
}) {
  override declare(): void {
    const { rpc_zmq_concurrency: concurrency } = this.parameters;
    if (!isServiceDefault(concurrency) && concurrency !== 'eventlet' && concurrency !== 'native') {
      this.fail(
        'Unsupported type of zmq concurrency is used.',
        "rpc_zmq_concurrency is 'eventlet' or 'native'",
      );
    }
    const type = findConfigType(this, this.title);
    declareOptions(this, type, table);
    declareSettings(this, type, { 'DEFAULT/rpc_backend': 'zmq' });
  }
}
