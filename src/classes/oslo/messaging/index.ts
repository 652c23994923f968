export { Amqp } from './amqp.js';
export { Default } from './default.js';
export { Notifications } from './notifications.js';
export { Rabbit } from './rabbit.js';
export { Zmq } from './zmq.js';
