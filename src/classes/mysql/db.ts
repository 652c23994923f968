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
import { written } from '../tables/index.js';
import { Client } from './client.js';
import { hashMysqlPassword } from './password.js';

/**
 * `mysql::db`: a database, an account for it, and what the account may do with it.
 * @example
 * new mysql.Db(site, 'glance', { user: 'glance', password: secret.env('GLANCE_DB'), host: '%' })
 */
export class Db extends definedType(
  'mysql::db',
  {
    user: parameter(string, 'The account.', { required: true }),
    password: parameter(secretString, 'Its password, or the hash of it.', { required: true }),
    tls_options: parameter(arrayOf(string), "What the account's connections need of TLS."),
    dbname: parameter(string, 'The database, where it is not the title.'),
    charset: parameter(string, "The database's character set.", { default: 'utf8' }),
    collate: parameter(string, 'How its texts are compared and sorted.', { default: 'utf8_general_ci' }),
    host: parameter(string, 'The host that the account comes from.', { default: 'localhost' }),
    grant: parameter(arrayOf(string), 'What the account may do with the database.', { default: ['ALL'] }),
    grant_options: parameter(arrayOf(string), 'What comes with it: `GRANT` to hand it on.'),
    sql: parameter(arrayOf(string), 'Files with statements that are run in the new database.'),
    enforce_sql: parameter(boolean, 'Whether they are run every time.', { default: false }),
    ensure: parameter(oneOf('present', 'absent'), 'Whether all of it is there.', { default: 'present' }),
    import_timeout: parameter(integer({ min: 0 }), 'Seconds that the statements may take.', { default: 300 }),
    import_cat_cmd: parameter(string, 'The program that prints the files: `zcat` for packed ones.', {
      default: 'cat',
    }),
    mysql_exec_path: parameter(
      anyOf(string, arrayOf(string)),
      "Further directories of the server's programs.",
    ),
  },
  { doc: 'A database of MariaDB or MySQL, an account for it, and what the account may do with it.' },
) {
  override declare(): void {
    this.include(Client);
    const { user, password, tls_options, charset, collate, host } = this.parameters;
    const { dbname = this.title, grant: privileges, grant_options } = this.parameters;
    const ensure = this.parameters.ensure === 'absent' ? 'absent' : 'present';
    const account = `${user}@${host}`;
    const table = `${dbname}.*`;
    const database = this.declareUnlessThere(MysqlDatabase, String(dbname), {
      ensure,
      charset,
      collate,
      require: Client.ref(),
    });
    const owner = this.declareUnlessThere(MysqlUser, account, {
      ensure,
      password_hash: hashMysqlPassword(password),
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
    const files = written(this, 'sql', () => (sql as readonly string[]).map(shellPath)).join(' ');
    // A name may begin with a dash, which would make it an option.
    const name = written(this, 'dbname', () =>
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
