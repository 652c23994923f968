export { Amqp } from './amqp.js';
