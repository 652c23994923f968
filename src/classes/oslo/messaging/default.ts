import { option, optionsDefine } from '../../tables/index.js';

/** `oslo::messaging::default`: the options of oslo.messaging that stand in `[DEFAULT]`. */
export class Default extends optionsDefine(
  'oslo::messaging::default',
  {
    executor_thread_pool_size: option(
      'DEFAULT/executor_thread_pool_size',
      'Messages that are worked on at once.',
      {
        since: 'stein',
      },
    ),
    rpc_response_timeout: option('DEFAULT/rpc_response_timeout', 'Seconds to wait for an answer.'),
    transport_url: option(
      'DEFAULT/transport_url',
      'Where the message broker is: `rabbit://user:password@host:port/vhost`.',
      {
        secret: 'queens',
      },
    ),
    control_exchange: option('DEFAULT/control_exchange', 'The exchange that topics live in.'),
  },
  { doc: 'How a service talks to others of its kind (oslo.messaging).' },
) {}
