import { anything, classType, parameter, string } from '../../../catalog/index.js';
import { Package } from '../../../resources/index.js';

/** `mysql::server::install`: the server's package. */
export class Install extends classType(
  'mysql::server::install',
  {
    package_name: parameter(string, "The server's package.", { required: true }),
    package_ensure: parameter(string, "The package's state.", { default: 'present' }),
    install_options: parameter(anything, "Further options of the package manager's install command."),
  },
  { doc: "The server's package." },
) {
  override declare(): void {
    const { package_name, package_ensure, install_options } = this.parameters;
    new Package(this, 'mysql-server', {
      name: package_name,
      ensure: package_ensure,
      install_options: install_options,
    });
  }
}
