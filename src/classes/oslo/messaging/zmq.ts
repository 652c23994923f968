import { definedType } from '../../../catalog/index.js';
import { configType, declareOptions, isServiceDefault, option, settings } from '../../tables/index.js';

const table = {
  rpc_cast_timeout: option(
    'DEFAULT/rpc_cast_timeout',
    'Seconds until a message that nobody takes is dropped.',
  ),
  rpc_poll_timeout: option('DEFAULT/rpc_poll_timeout', 'Seconds that a poll waits.'),
  rpc_zmq_bind_address: option('DEFAULT/rpc_zmq_bind_address', 'The address to listen at.'),
  rpc_zmq_bind_port_retries: option(
    'DEFAULT/rpc_zmq_bind_port_retries',
    'How often a free port is looked for.',
  ),
  rpc_zmq_concurrency: option('DEFAULT/rpc_zmq_concurrency', '`eventlet` or `native`.'),
  rpc_zmq_contexts: option('DEFAULT/rpc_zmq_contexts', 'Contexts of ZeroMQ.'),
  rpc_zmq_host: option('DEFAULT/rpc_zmq_host', 'The name of this host towards the others.'),
  rpc_zmq_ipc_dir: option('DEFAULT/rpc_zmq_ipc_dir', 'Directory of the sockets.'),
  rpc_zmq_matchmaker: option('DEFAULT/rpc_zmq_matchmaker', 'Who knows where the others are.'),
  rpc_zmq_max_port: option('DEFAULT/rpc_zmq_max_port', 'Highest port to listen at.'),
  rpc_zmq_min_port: option('DEFAULT/rpc_zmq_min_port', 'Lowest port to listen at.'),
  rpc_zmq_topic_backlog: option('DEFAULT/rpc_zmq_topic_backlog', 'Messages that are kept for a topic.'),
  use_pub_sub: option('DEFAULT/use_pub_sub', 'Sends to many through a proxy.'),
  zmq_target_expire: option('DEFAULT/zmq_target_expire', 'Seconds until another host is forgotten.'),
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
    const type = configType(this, this.title);
    declareOptions(this, type, table);
    settings(this, type, { 'DEFAULT/rpc_backend': 'zmq' });
  }
}
