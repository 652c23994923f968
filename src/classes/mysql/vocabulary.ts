import * as mysql from './index.js';

export const mysqlClasses = [
  mysql.Bindings,
  ...Object.values(mysql.bindings),
  mysql.Client,
  mysql.Server,
  ...Object.values(mysql.server),
] as const;

export const mysqlDefinedTypes = [mysql.Db] as const;
