export { Rabbitmq } from './rabbitmq.js';
