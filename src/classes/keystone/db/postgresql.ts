import { anything, classType, parameter, secretString, string } from '../../../catalog/index.js';
import { Anchor } from '../../../resources/index.js';
import * as openstacklib from '../../openstacklib/index.js';
import { Deps } from '../deps.js';

/** `keystone::db::postgresql`: Keystone's database on the PostgreSQL server. */
export class Postgresql extends classType(
  'keystone::db::postgresql',
  {
    password: parameter(secretString, 'The password of the account.', { required: true }),
    dbname: parameter(string, 'The database.', { default: 'keystone' }),
    user: parameter(string, 'The account.', { default: 'keystone' }),
    encoding: parameter(string, "The database's encoding."),
    privileges: parameter(anything, "The account's privileges on the database.", { default: 'ALL' }),
  },
  { doc: "Keystone's database on the PostgreSQL server, with its account.", since: 'victoria' },
) {
  override declare(): void {
    this.include(Deps);
    new openstacklib.db.Postgresql(this, 'keystone', this.parameters);
    this.chain(Anchor.ref('keystone::db::begin')).notify(this).notify(Anchor.ref('keystone::db::end'));
  }
}
