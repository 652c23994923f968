export * as mysql from './mysql/index.js';
export { Mysql } from './mysql.js';
export { Postgresql } from './postgresql.js';
