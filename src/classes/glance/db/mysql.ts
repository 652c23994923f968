import { arrayOf, classType, parameter } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { Anchor } from '../../../resources/index.js';
import * as mysql from '../../mysql/index.js';
import * as openstacklib from '../../openstacklib/index.js';
import { passwordString, scalarString } from '../../tables/index.js';
import { Deps } from '../deps.js';

/** Glance's database and its user, on the MySQL server. */
export class Mysql extends classType(
  'glance::db::mysql',
  {
    password: parameter(passwordString, 'Password of the user.', { required: true }),
    dbname: parameter(scalarString, 'Name of the database.', { default: 'glance' }),
    user: parameter(scalarString, 'Name of the user.', { default: 'glance' }),
    host: parameter(scalarString, 'Host that the user may connect from.', { default: '127.0.0.1' }),
    allowed_hosts: parameter(
      arrayOf(scalarString),
      "Further hosts that the user may connect from; '%' is any.",
    ),
    charset: parameter(scalarString, 'Character set of the database.', { default: 'utf8' }),
    collate: parameter(scalarString, 'Collation of the database.', { default: 'utf8_general_ci' }),
  },
  { doc: "Glance's database on the MySQL server, with the user who may use it." },
) {
  override declare(): void {
    this.include(Deps);
    const { password, ...others } = this.parameters;
    // Before Victoria this class hashes the password; since then openstacklib does.
    const secret = isReleaseBetween(this.release, undefined, 'ussuri')
      ? { password_hash: mysql.mysqlPassword(password) }
      : { password };
    new openstacklib.db.Mysql(this, 'glance', { ...others, ...secret });
    this.chain(Anchor.ref('glance::db::begin')).notify(this).notify(Anchor.ref('glance::db::end'));
  }
}
