import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::client_dev`. */
export class ClientDev extends createBindingClass(
  'client_dev',
  'mysql-client_dev',
  'Headers for building clients in C.',
) {}
