import { nativeType, title } from '../../catalog/index.js';
import { afterBroker, ensure, provider, word } from './common.js';

/** A virtual host of RabbitMQ. */
export class RabbitmqVhost extends nativeType(
  'rabbitmq_vhost',
  { name: title('Name of the virtual host.', word), ensure, provider },
  {
    doc: 'A virtual host of RabbitMQ: exchanges and queues with names of their own.',
    autorequire: afterBroker,
  },
) {}
