import { arrayOf, boolean, nativeType, property, secretString, title } from '../../catalog/index.js';
import { afterBroker, ensure, provider, word } from './common.js';

/** An account of RabbitMQ. */
export class RabbitmqUser extends nativeType(
  'rabbitmq_user',
  {
    name: title('Name of the account.', word),
    ensure,
    password: property(secretString, 'Its password, checked against the hash that the broker keeps.'),
    admin: property(boolean, 'Whether it has the tag `administrator`.', { default: false }),
    tags: property(arrayOf(word), 'Further tags; their order means nothing.', {
      default: [],
      insync: (is, should) =>
        Array.isArray(is) && [...is].sort().join('\n') === [...should].sort().join('\n'),
    }),
    provider,
  },
  {
    doc: 'An account of RabbitMQ.',
    *validate({ tags }) {
      if (tags.includes('administrator'))
        yield "'administrator' is no tag to set: admin => true says the same";
    },
    autorequire: afterBroker,
  },
) {}
