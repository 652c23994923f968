import { createOptionsDefinedType, option } from '../../shared/index.js';

/** `oslo::messaging::default`: the options of oslo.messaging in `[DEFAULT]`. */
export class Default extends createOptionsDefinedType(
  'oslo::messaging::default',
  {
    executor_thread_pool_size: option(
      'DEFAULT/executor_thread_pool_size',
      'Maximum number of messages processed at once.',
      {
        since: 'stein',
      },
    ),
    rpc_response_timeout: option('DEFAULT/rpc_response_timeout', 'Seconds to wait for a response.'),
    transport_url: option(
      'DEFAULT/transport_url',
      'URL of the message broker: `rabbit://user:password@host:port/vhost`.',
      {
        secret: 'queens',
      },
    ),
    control_exchange: option('DEFAULT/control_exchange', 'The exchange of topics.'),
  },
  { doc: 'Messaging between the processes of a service (oslo.messaging).' },
) {}
