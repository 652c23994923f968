import { anything, boolean, classType, parameter, string } from '../../catalog/index.js';
import { ClientDev, DaemonDev, Java, Perl, Php, Python, Ruby } from './bindings/index.js';

const enable = (what: string) => parameter(boolean, `Whether ${what} is installed.`, { default: false });
const name = (what: string) => parameter(string, `The package of ${what}.`);
const state = parameter(string, "The package's state.", { default: 'present' });

/** `mysql::bindings`: client libraries for programming languages. */
export class Bindings extends classType(
  'mysql::bindings',
  {
    install_options: parameter(anything, "Further options of the package manager's install command."),
    java_enable: enable('the library for Java'),
    java_package_name: name('the library for Java'),
    java_package_ensure: state,
    perl_enable: enable('the library for Perl'),
    perl_package_name: name('the library for Perl'),
    perl_package_ensure: state,
    php_enable: enable('the library for PHP'),
    php_package_name: name('the library for PHP'),
    php_package_ensure: state,
    python_enable: enable('the library for Python'),
    python_package_name: name('the library for Python'),
    python_package_ensure: state,
    ruby_enable: enable('the library for Ruby'),
    ruby_package_name: name('the library for Ruby'),
    ruby_package_ensure: state,
    client_dev: enable('the development library for clients in C'),
    client_dev_package_name: name('the development library for clients in C'),
    client_dev_package_ensure: state,
    daemon_dev: enable('the development library for extensions of the server'),
    daemon_dev_package_name: name('the development library for extensions of the server'),
    daemon_dev_package_ensure: state,
  },
  { doc: 'Client libraries of MariaDB or MySQL for programming languages.' },
) {
  override declare(): void {
    const parameters = this.parameters;
    const enabled = [
      [Java, parameters.java_enable],
      [Perl, parameters.perl_enable],
      [Php, parameters.php_enable],
      [Python, parameters.python_enable],
      [Ruby, parameters.ruby_enable],
      [ClientDev, parameters.client_dev],
      [DaemonDev, parameters.daemon_dev],
    ] as const;
    for (const [binding, is] of enabled) if (is === true) this.contain(binding);
  }
}
