export { RabbitmqUser } from './rabbitmq-user.js';
export { RabbitmqUserPermissions } from './rabbitmq-user-permissions.js';
export { RabbitmqVhost } from './rabbitmq-vhost.js';
