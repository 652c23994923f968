export { MysqlDatabase } from './mysql-database.js';
export { MysqlGrant } from './mysql-grant/mysql-grant.js';
export { MysqlPlugin } from './mysql-plugin.js';
export { MysqlSecureInstallation } from './mysql-secure-installation.js';
export { MysqlUser } from './mysql-user/mysql-user.js';
