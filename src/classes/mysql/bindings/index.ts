import { bindingClass } from './binding.js';

/** `mysql::bindings::java`. */
export class Java extends bindingClass('java', 'mysql-connector-java', 'The library for Java.') {}

/** `mysql::bindings::perl`. */
export class Perl extends bindingClass('perl', 'perl_mysql', 'The library for Perl.') {}

/** `mysql::bindings::php`. */
export class Php extends bindingClass('php', 'php-mysql', 'The library for PHP.') {}

/** `mysql::bindings::python`. */
export class Python extends bindingClass('python', 'python-mysqldb', 'The library for Python.') {}

/** `mysql::bindings::ruby`. */
export class Ruby extends bindingClass('ruby', 'ruby_mysql', 'The library for Ruby.') {}

/** `mysql::bindings::client_dev`. */
export class ClientDev extends bindingClass(
  'client_dev',
  'mysql-client_dev',
  'What clients in C are built with.',
) {}

/** `mysql::bindings::daemon_dev`. */
export class DaemonDev extends bindingClass(
  'daemon_dev',
  'mysql-daemon_dev',
  "What the server's own extensions are built with.",
) {}
