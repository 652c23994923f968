import {
  anything,
  arrayOf,
  boolean,
  definedType,
  parameter,
  secretString,
  string,
} from '../../../../catalog/index.js';
import { compareReleases } from '../../../../data/releases.js';
import { MysqlDatabase, MysqlGrant, MysqlUser } from '../../../../resources/index.js';
import { passOn } from '../../../pass-on.js';

/** `openstacklib::db::mysql::host_access`. */
export class HostAccess extends definedType(
  'openstacklib::db::mysql::host_access',
  {
    user: parameter(string, 'The account.', { required: true }),
    password_hash: parameter(secretString, 'The hash of its password, as stored by the server.', {
      required: true,
    }),
    database: parameter(string, 'The database.', { required: true }),
    privileges: parameter(anything, "The account's privileges on the database.", { required: true }),
    plugin: parameter(string, 'Authentication plugin of the account.', { since: 'victoria' }),
    create_user: parameter(boolean, 'Whether the account is created.', { default: true }),
    create_grant: parameter(boolean, 'Whether the privileges are granted.', { default: true }),
    tls_options: parameter(arrayOf(string), "TLS requirements of the account's connections.", {
      since: 'queens',
      default: ['NONE'],
    }),
  },
  { doc: 'An account of a database for one client host. The title is database_host.' },
) {
  override declare(): void {
    if (!this.title.includes('_')) this.fail('its title must be of the form database_host');
    const { user, password_hash, database, privileges, plugin, create_user, create_grant, tls_options } =
      this.parameters;
    // The host follows the last underscore: database names may contain underscores, host names do not.
    const host = this.title.slice(this.title.lastIndexOf('_') + 1).toLowerCase();
    const account = `${user}@${host}`;
    const grant = `${account}/${database}.*`;
    // Older modules require the resources that newer ones collect: both may be declared elsewhere.
    const older = compareReleases(this.release, 'queens') < 0;
    if (create_user === true) {
      new MysqlUser(this, account, {
        password_hash,
        ...(older ? { require: MysqlDatabase.ref(String(database)) } : { plugin, tls_options }),
      });
      if (!older) {
        this.chain(this.collect(MysqlDatabase, { title: database })).notify(
          this.collect(MysqlUser, { title: account }),
        );
      }
    }
    if (create_grant === true) {
      new MysqlGrant(this, grant, {
        privileges: passOn(privileges),
        table: `${database}.*`,
        user: account,
        ...(older ? { require: MysqlUser.ref(account) } : {}),
      });
      if (!older)
        this.chain(this.collect(MysqlUser, { title: account })).notify(
          this.collect(MysqlGrant, { title: grant }),
        );
    }
  }
}
