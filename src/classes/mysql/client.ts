import { anything, boolean, classType, parameter, string } from '../../catalog/index.js';
import { Anchor, Package } from '../../resources/index.js';
import { Bindings } from './bindings.js';
import { findPlatform } from './platform.js';

/** `mysql::client`: the server's command-line programs. */
export class Client extends classType(
  'mysql::client',
  {
    bindings_enable: parameter(boolean, 'Whether the libraries for all languages are installed too.', {
      default: false,
    }),
    install_options: parameter(anything, "Further options of the package manager's install command."),
    package_manage: parameter(boolean, 'Whether the package is managed.', { default: true }),
    package_name: parameter(string, "The programs' package."),
    package_ensure: parameter(string, "The package's state.", { default: 'present' }),
  },
  { doc: 'The command-line programs of MariaDB or MySQL.' },
) {
  override declare(): void {
    const { package_manage, package_name = findPlatform(this).clientPackage } = this.parameters;
    const { package_ensure, install_options, bindings_enable } = this.parameters;
    const chain = this.chain(new Anchor(this, 'mysql::client::start'));
    if (package_manage === true) {
      const programs = new Package(this, 'mysql_client', {
        name: package_name,
        ensure: package_ensure,
        install_options: install_options,
      });
      chain.before(programs);
    }
    chain.before(new Anchor(this, 'mysql::client::end'));
    if (bindings_enable === true) {
      new Bindings(this, {
        java_enable: true,
        perl_enable: true,
        php_enable: true,
        python_enable: true,
        ruby_enable: true,
      });
    }
  }
}
