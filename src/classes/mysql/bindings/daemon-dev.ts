import { bindingClass } from './binding.js';

/** `mysql::bindings::daemon_dev`. */
export class DaemonDev extends bindingClass(
  'daemon_dev',
  'mysql-daemon_dev',
  "What the server's own extensions are built with.",
) {}
