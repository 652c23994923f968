export { Chrony } from './chrony.js';
export { Client } from './client.js';
export { Server } from './server.js';
