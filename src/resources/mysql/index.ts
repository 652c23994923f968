export { MysqlDatabase } from './mysql-database.js';
export { MysqlGrant } from './mysql-grant.js';
export { MysqlUser } from './mysql-user.js';
