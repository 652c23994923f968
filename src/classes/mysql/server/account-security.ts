import { classType } from '../../../catalog/index.js';
import { MysqlSecureInstallation } from '../../../resources/index.js';

/** `mysql::server::account_security`: no accounts and no database for trying the server out. */
export class AccountSecurity extends classType(
  'mysql::server::account_security',
  {},
  { doc: 'Leaves the server as mysql_secure_installation does.' },
) {
  override declare(): void {
    new MysqlSecureInstallation(this, 'mysql::server::account_security');
  }
}
