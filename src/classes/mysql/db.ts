import {
  anyOf,
  arrayOf,
  boolean,
  definedType,
  integer,
  oneOf,
  parameter,
  secretString,
  string,
} from '../../catalog/index.js';
import type { Resource } from '../../catalog/resource.js';
import { shellPath, toShellWord } from '../../formats/shell.js';
import { Exec, MysqlDatabase, MysqlGrant, MysqlUser } from '../../resources/index.js';
import { formatOrFail } from '../shared/index.js';
import { Client } from './client.js';
import { mysqlPassword } from './password.js';

/**
 * `mysql::db`: a database, an account and its privileges.
 * @example
 * new mysql.Db(site, 'glance', { user: 'glance', password: secret.env('GLANCE_DB'), host: '%' })
 */
export class Db extends definedType(
  'mysql::db',
  {
    user: parameter(string, 'The account.', { required: true }),
    password: parameter(secretString, 'Its password or password hash.', { required: true }),
    tls_options: parameter(arrayOf(string), "TLS requirements of the account's connections."),
    dbname: parameter(string, 'The database, if it is not the title.'),
    charset: parameter(string, "The database's character set.", { default: 'utf8' }),
    collate: parameter(string, 'The collation of the database.', { default: 'utf8_general_ci' }),
    host: parameter(string, 'The host from which the account can connect.', { default: 'localhost' }),
    grant: parameter(arrayOf(string), "The account's privileges on the database.", { default: ['ALL'] }),
    grant_options: parameter(
      arrayOf(string),
      'Options of the grant: `GRANT` to allow granting it to others.',
    ),
    sql: parameter(arrayOf(string), 'Files with SQL statements for the new database.'),
    enforce_sql: parameter(boolean, 'Whether they are executed in every run.', { default: false }),
    ensure: parameter(oneOf('present', 'absent'), 'Whether all of it exists.', { default: 'present' }),
    import_timeout: parameter(integer({ min: 0 }), 'Timeout of the statements, in seconds.', {
      default: 300,
    }),
    import_cat_cmd: parameter(string, 'The program that prints the files: `zcat` for compressed ones.', {
      default: 'cat',
    }),
    mysql_exec_path: parameter(
      anyOf(string, arrayOf(string)),
      "Further directories of the server's programs.",
    ),
  },
  { doc: 'A database of MariaDB or MySQL, an account and its privileges.' },
) {
  override declare(): void {
    this.include(Client);
    const { user, password, tls_options, charset, collate, host } = this.parameters;
    const { dbname = this.title, grant: privileges, grant_options } = this.parameters;
    const ensure = this.parameters.ensure === 'absent' ? 'absent' : 'present';
    const account = `${user}@${host}`;
    const table = `${dbname}.*`;
    const database = this.ensureResource(MysqlDatabase, String(dbname), {
      ensure,
      charset,
      collate,
      require: Client.ref(),
    });
    const owner = this.ensureResource(MysqlUser, account, {
      ensure,
      password_hash: mysqlPassword(password),
      tls_options,
    });
    if (ensure !== 'present') return;
    const grant = new MysqlGrant(this, `${account}/${table}`, {
      privileges,
      user: account,
      table,
      options: grant_options,
      require: [database, owner],
    });
    this.#import(String(dbname), database, grant);
  }

  #import(dbname: string, database: Resource, grant: Resource): void {
    const { sql, enforce_sql, import_timeout, import_cat_cmd, mysql_exec_path = [] } = this.parameters;
    if (sql === undefined) return;
    const files = formatOrFail(this, 'sql', () => (sql as readonly string[]).map(shellPath)).join(' ');
    // A name may begin with a dash, which would make it an option.
    const name = formatOrFail(this, 'dbname', () =>
      toShellWord(dbname.startsWith('-') ? `--database=${dbname}` : dbname),
    );
    new Exec(this, `${dbname}-import`, {
      command: `${import_cat_cmd} ${files} | mysql ${name}`,
      provider: 'shell',
      path: [
        '/bin',
        '/sbin',
        '/usr/bin',
        '/usr/sbin',
        '/usr/local/bin',
        ...[mysql_exec_path as string].flat(),
      ],
      environment: ['HOME=/root'],
      refreshonly: enforce_sql !== true,
      timeout: import_timeout,
      require: grant,
      subscribe: database,
    });
  }
}
