import { bindingClass } from './binding.js';

/** `mysql::bindings::client_dev`. */
export class ClientDev extends bindingClass(
  'client_dev',
  'mysql-client_dev',
  'What clients in C are built with.',
) {}
