export { Mysql } from './mysql.js';
export { Postgresql } from './postgresql.js';
export { Sync } from './sync.js';
