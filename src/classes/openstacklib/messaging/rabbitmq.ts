import { boolean, definedType, parameter, secretString, string } from '../../../catalog/index.js';
import { RabbitmqUser, RabbitmqUserPermissions, RabbitmqVhost } from '../../../resources/index.js';

const provider = 'rabbitmqctl';

/** `openstacklib::messaging::rabbitmq`. */
export class Rabbitmq extends definedType(
  'openstacklib::messaging::rabbitmq',
  {
    userid: parameter(string, 'The account.', { default: 'guest' }),
    password: parameter(secretString, 'Its password.', { default: 'guest' }),
    virtual_host: parameter(string, 'The virtual host.', { default: '/' }),
    is_admin: parameter(boolean, 'Whether the account is an administrator; without effect for guest.', {
      default: false,
    }),
    configure_permission: parameter(string, 'Names that it may create and delete: a regular expression.', {
      default: '.*',
    }),
    write_permission: parameter(string, 'Names that it may write to: a regular expression.', {
      default: '.*',
    }),
    read_permission: parameter(string, 'Names that it may read from: a regular expression.', {
      default: '.*',
    }),
    manage_user: parameter(boolean, 'Whether the account is managed.', { default: true }),
    manage_user_permissions: parameter(boolean, 'Whether its permissions are managed.', { default: true }),
    manage_vhost: parameter(boolean, 'Whether the virtual host is managed.', { default: true }),
  },
  { doc: 'An account of RabbitMQ with its virtual host and permissions.' },
) {
  override declare(): void {
    const { userid, password, virtual_host, is_admin, manage_user, manage_user_permissions, manage_vhost } =
      this.parameters;
    if (manage_user === true) {
      this.ensureResource(RabbitmqUser, String(userid), {
        admin: userid === 'guest' ? false : is_admin,
        password,
        provider,
      });
    }
    if (manage_user_permissions === true) {
      const { configure_permission, write_permission, read_permission } = this.parameters;
      this.ensureResource(RabbitmqUserPermissions, `${userid}@${virtual_host}`, {
        configure_permission,
        write_permission,
        read_permission,
        provider,
      });
    }
    if (manage_vhost === true) this.ensureResource(RabbitmqVhost, String(virtual_host), { provider });
  }
}
