import { arrayOf, classType, parameter, secretString, string } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import { Anchor } from '../../../resources/index.js';
import { mysqlPassword } from '../../mysql/password.js';
import * as openstacklib from '../../openstacklib/index.js';
import { Deps } from '../deps.js';

/** `keystone::db::mysql`: Keystone's database on the MySQL server. */
export class Mysql extends classType(
  'keystone::db::mysql',
  {
    password: parameter(secretString, 'The password of the account.', { required: true }),
    dbname: parameter(string, 'The database.', { default: 'keystone' }),
    user: parameter(string, 'The account.', { default: 'keystone' }),
    host: parameter(string, 'The host from which the account can connect.', { default: '127.0.0.1' }),
    charset: parameter(string, "The database's character set.", { default: 'utf8' }),
    collate: parameter(string, 'The collation of the database.', { default: 'utf8_general_ci' }),
    allowed_hosts: parameter(
      arrayOf(string),
      'Further hosts from which the account can connect; `%` for all.',
    ),
  },
  { doc: "Keystone's database on the MySQL server, with its account." },
) {
  override declare(): void {
    this.include(Deps);
    const { password, ...others } = this.parameters;
    const secret =
      compareReleases(this.release, 'victoria') < 0
        ? { password_hash: mysqlPassword(password) }
        : { password };
    new openstacklib.db.Mysql(this, 'keystone', { ...others, ...secret });
    this.chain(Anchor.ref('keystone::db::begin')).notify(this).notify(Anchor.ref('keystone::db::end'));
  }
}
