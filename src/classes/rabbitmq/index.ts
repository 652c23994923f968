export { Config } from './config.js';
export { Install } from './install.js';
export { Management } from './management.js';
export { Rabbitmq } from './rabbitmq.js';
export { Server } from './server.js';
export { Service } from './service.js';
