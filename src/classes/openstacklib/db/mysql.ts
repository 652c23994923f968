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
import { hashMysqlPassword } from '../../mysql/password.js';
import { asArray, isSet } from '../../tables/index.js';
import { HostAccess } from './mysql/host-access.js';

/** `openstacklib::db::mysql`. */
export class Mysql extends definedType(
  'openstacklib::db::mysql',
  {
    password: parameter(secretString, 'The password of the account.', { since: 'victoria' }),
    password_hash: parameter(secretString, 'The hash of the password, as the server keeps it.', {
      deprecated: { since: 'victoria', hint: 'give the password instead: it is hashed here' },
    }),
    plugin: parameter(string, 'How the account logs in: an authentication plugin of the server.', {
      since: 'victoria',
    }),
    dbname: parameter(string, 'The database, where it is not the title.'),
    user: parameter(string, 'The account, where it is not the title.'),
    host: parameter(string, 'The host that the account comes from.', { default: '127.0.0.1' }),
    charset: parameter(string, "The database's character set.", { default: 'utf8' }),
    collate: parameter(string, 'How its texts are compared and sorted.', { default: 'utf8_general_ci' }),
    allowed_hosts: parameter(arrayOf(string), 'Further hosts that the account comes from; `%` for all.', {
      default: [],
    }),
    privileges: parameter(anything, 'What the account may do with the database.', { default: 'ALL' }),
    create_user: parameter(boolean, 'Whether the account is made.', { default: true }),
    create_grant: parameter(boolean, 'Whether the privileges are given.', { default: true }),
    tls_options: parameter(arrayOf(string), "What the account's connections need of TLS.", {
      since: 'queens',
      default: ['NONE'],
    }),
  },
  { doc: 'A database of MySQL or MariaDB, an account for it, and the hosts that it may come from.' },
) {
  override declare(): void {
    const { dbname = this.title, user = this.title, host, charset, collate, allowed_hosts } = this.parameters;
    const { create_user, create_grant, plugin, privileges, tls_options } = this.parameters;
    const hash = this.#passwordHash();
    new MysqlDatabase(this, String(dbname), {
      ensure: 'present',
      charset: charset as string,
      collate: collate as string,
    });
    if (create_user !== true && create_grant !== true) return;
    const hosts = new Set([...asArray(allowed_hosts), host].map(String));
    for (const one of hosts) {
      new HostAccess(this, `${dbname}_${one}`, {
        user: String(user),
        password_hash: hash,
        database: String(dbname),
        privileges,
        create_user,
        create_grant,
        plugin: plugin as string,
        tls_options,
      });
    }
  }

  #passwordHash(): Secret<string> {
    const { password, password_hash } = this.parameters;
    if (isSet(password_hash)) return password_hash as Secret<string>;
    if (isSet(password)) return hashMysqlPassword(password as Secret<string>);
    const name = compareReleases(this.release, 'victoria') < 0 ? 'password_hash' : 'password';
    return this.fail(`${name} should be set`, "secret.env('…') takes it from the environment");
  }
}
