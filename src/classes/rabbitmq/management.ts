import { classType } from '../../catalog/index.js';
import { RabbitmqUser, RabbitmqUserPermissions } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { readDefaultAccount, readParameters } from './clear-parameters.js';

const GUEST = 'guest';

/** `rabbitmq::management`. */
export class Management extends classType(
  'rabbitmq::management',
  {},
  { doc: 'The default accounts of RabbitMQ.' },
) {
  override declare(): void {
    const { delete_guest_user } = readParameters(this);
    const { name, password } = readDefaultAccount(this);
    if (delete_guest_user) new RabbitmqUser(this, GUEST, { ensure: 'absent' });
    if (name === GUEST) {
      if (delete_guest_user || reveal(password) === GUEST) return;
      this.ensureResource(RabbitmqUser, GUEST, { password, admin: true });
      return;
    }
    this.ensureResource(RabbitmqUser, name, { password, admin: true });
    this.ensureResource(RabbitmqUserPermissions, `${name}@/`, {
      configure_permission: '.*',
      write_permission: '.*',
      read_permission: '.*',
    });
  }
}
