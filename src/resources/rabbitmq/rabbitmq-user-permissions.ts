import { matching, nativeType, property, Reference, string, title } from '../../catalog/index.js';
import { afterBroker, ensure, provider } from './common.js';

const permissions = ['configure_permission', 'read_permission', 'write_permission'] as const;

/** What an account may do in a virtual host. */
export class RabbitmqUserPermissions extends nativeType(
  'rabbitmq_user_permissions',
  {
    name: title('Account and virtual host: user@vhost.', matching(/^\S+@\S+$/, 'of the form user@vhost')),
    ensure,
    configure_permission: property(string, 'What it may make and remove: a regular expression for names.'),
    read_permission: property(string, 'What it may read from: a regular expression for names.'),
    write_permission: property(string, 'What it may write to: a regular expression for names.'),
    provider,
  },
  {
    doc: 'What an account of RabbitMQ may do in a virtual host. The title is user@vhost.',
    *validate(wanted) {
      for (const name of permissions) {
        const pattern = wanted[name];
        if (pattern !== undefined && !isPattern(pattern))
          yield `${name} is no regular expression: '${pattern}'`;
      }
    },
    autorequire: ({ name }) => {
      const [user = '', vhost = ''] = name.split('@');
      return [...afterBroker(), new Reference('rabbitmq_vhost', vhost), new Reference('rabbitmq_user', user)];
    },
  },
) {}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
