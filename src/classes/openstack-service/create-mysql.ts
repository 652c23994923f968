import { arrayOf, classType, parameter } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { mysqlPassword } from '../mysql/password.js';
import * as openstacklib from '../openstacklib/index.js';
import { passwordString, scalarString } from '../shared/index.js';
import { findAnchor } from './declare-order.js';
import type { OpenStackService } from './openstack-service.js';

/** Returns the class `x::db::mysql` of a service: its database on the MySQL server, with its account. */
export function createMysql({ name, title, deps }: OpenStackService) {
  return class extends classType(
    `${name}::db::mysql`,
    {
      password: parameter(passwordString, 'Password of the user.', { required: true }),
      dbname: parameter(scalarString, 'Name of the database.', { default: name }),
      user: parameter(scalarString, 'Name of the user.', { default: name }),
      host: parameter(scalarString, 'Host that the user may connect from.', { default: '127.0.0.1' }),
      allowed_hosts: parameter(
        arrayOf(scalarString),
        "Further hosts that the user may connect from; '%' is any.",
      ),
      charset: parameter(scalarString, 'Character set of the database.', { default: 'utf8' }),
      collate: parameter(scalarString, 'Collation of the database.', { default: 'utf8_general_ci' }),
    },
    { doc: `${title}'s database on the MySQL server, with the user who may use it.` },
  ) {
    override declare(): void {
      this.include(deps);
      const { password, ...others } = this.parameters;
      // Before Victoria the classes of services hash the password; since then openstacklib does.
      const secret = isReleaseBetween(this.release, undefined, 'ussuri')
        ? { password_hash: mysqlPassword(password) }
        : { password };
      new openstacklib.db.Mysql(this, name, { ...others, ...secret });
      this.chain(findAnchor(name, 'db::begin')).notify(this).notify(findAnchor(name, 'db::end'));
    }
  };
}
