import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::daemon_dev`. */
export class DaemonDev extends createBindingClass(
  'daemon_dev',
  'mysql-daemon_dev',
  'Headers for building extensions of the server.',
) {}
