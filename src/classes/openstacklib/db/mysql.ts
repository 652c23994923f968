import {
  anything,
  arrayOf,
  boolean,
  definedType,
  parameter,
  secretString,
  string,
} from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import { MysqlDatabase } from '../../../resources/index.js';
import type { Secret } from '../../../secrets/secret.js';
import { mysqlPassword } from '../../mysql/password.js';
import { isSet, toArray } from '../../shared/index.js';
import { HostAccess } from './mysql/host-access.js';

/** `openstacklib::db::mysql`. */
export class Mysql extends definedType(
  'openstacklib::db::mysql',
  {
    password: parameter(secretString, 'The password of the account.', { since: 'victoria' }),
    password_hash: parameter(secretString, 'The hash of the password, as stored by the server.', {
      deprecated: { since: 'victoria', hint: 'set password instead, which is hashed here' },
    }),
    plugin: parameter(string, 'Authentication plugin of the account.', {
      since: 'victoria',
    }),
    dbname: parameter(string, 'The database, if it is not the title.'),
    user: parameter(string, 'The account, if it is not the title.'),
    host: parameter(string, 'The host from which the account can connect.', { default: '127.0.0.1' }),
    charset: parameter(string, "The database's character set.", { default: 'utf8' }),
    collate: parameter(string, 'The collation of the database.', { default: 'utf8_general_ci' }),
    allowed_hosts: parameter(
      arrayOf(string),
      'Further hosts from which the account can connect; `%` for all.',
      {
        default: [],
      },
    ),
    privileges: parameter(anything, "The account's privileges on the database.", { default: 'ALL' }),
    create_user: parameter(boolean, 'Whether the account is created.', { default: true }),
    create_grant: parameter(boolean, 'Whether the privileges are granted.', { default: true }),
    tls_options: parameter(arrayOf(string), "TLS requirements of the account's connections.", {
      since: 'queens',
      default: ['NONE'],
    }),
  },
  { doc: 'A database of MySQL or MariaDB, an account for it, and its client hosts.' },
) {
  override declare(): void {
    const { dbname = this.title, user = this.title, host, charset, collate, allowed_hosts } = this.parameters;
    const { create_user, create_grant, plugin, privileges, tls_options } = this.parameters;
    const hash = this.#passwordHash();
    new MysqlDatabase(this, String(dbname), {
      ensure: 'present',
      charset: charset,
      collate: collate,
    });
    if (create_user !== true && create_grant !== true) return;
    const hosts = new Set([...toArray(allowed_hosts), host].map(String));
    for (const one of hosts) {
      new HostAccess(this, `${dbname}_${one}`, {
        user: String(user),
        password_hash: hash,
        database: String(dbname),
        privileges,
        create_user,
        create_grant,
        plugin: plugin,
        tls_options,
      });
    }
  }

  #passwordHash(): Secret<string> {
    const { password, password_hash } = this.parameters;
    if (isSet(password_hash)) return password_hash as Secret<string>;
    if (isSet(password)) return mysqlPassword(password as Secret<string>);
    const name = compareReleases(this.release, 'victoria') < 0 ? 'password_hash' : 'password';
    return this.fail(`${name} should be set`, "secret.env('…') reads it from the environment");
  }
}
