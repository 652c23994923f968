import { anything, definedType, parameter, secretString, string } from '../../../catalog/index.js';
import { isSet } from '../../shared/index.js';

/** `openstacklib::db::postgresql`. */
export class Postgresql extends definedType(
  'openstacklib::db::postgresql',
  {
    password: parameter(secretString, 'The password of the account.', { since: 'victoria' }),
    password_hash: parameter(secretString, 'The hash of the password, as stored by the server.', {
      deprecated: { since: 'victoria', hint: 'set password instead, which is hashed here' },
    }),
    dbname: parameter(string, 'The database, if it is not the title.'),
    user: parameter(string, 'The account, if it is not the title.'),
    encoding: parameter(string, "The database's encoding."),
    privileges: parameter(anything, "The account's privileges on the database.", { default: 'ALL' }),
  },
  { doc: 'A database of PostgreSQL and an account for it, which must be created manually.', until: '2025.2' },
) {
  override declare(): void {
    const { password, password_hash, dbname = this.title, user = this.title } = this.parameters;
    if (!isSet(password) && !isSet(password_hash)) {
      this.fail('password should be set', "secret.env('…') reads it from the environment");
    }
    this.warn(
      `the database ${dbname} and the account ${user} are not managed: this library has no type for PostgreSQL`,
      'create them manually, or use MariaDB',
    );
  }
}
