export * as bindings from './bindings/index.js';
export { Bindings } from './bindings.js';
export { Client } from './client.js';
export { Db } from './db.js';
export { mysqlPassword } from './password.js';
export * as server from './server/index.js';
export { Server } from './server.js';
