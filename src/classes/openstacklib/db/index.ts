export { Mysql } from './mysql.js';
export * as mysql from './mysql-parts.js';
export { Postgresql } from './postgresql.js';
