import { classType } from '../../../catalog/index.js';
import { MysqlSecureInstallation } from '../../../resources/index.js';

/** `mysql::server::account_security`: removes anonymous accounts and the test database. */
export class AccountSecurity extends classType(
  'mysql::server::account_security',
  {},
  { doc: 'Secures the server as mysql_secure_installation does.' },
) {
  override declare(): void {
    new MysqlSecureInstallation(this, 'mysql::server::account_security');
  }
}
