import {
  absolutePath,
  anything,
  boolean,
  classType,
  hashOf,
  oneOf,
  parameter,
  secretString,
  string,
} from '../../catalog/index.js';
import { Anchor } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { Db } from './db.js';
import { findPlatform } from './platform.js';
import { AccountSecurity, Config, Install, Providers, RootPassword, Service } from './server/index.js';
import { optionsText } from './server/options-text.js';

const resources = hashOf(hashOf(anything));

/**
 * `mysql::server`: MariaDB, or MySQL, on this host.
 * @example
 * new mysql.Server(site, { root_password: secret.env('ROOT'), remove_default_accounts: true })
 */
export class Server extends classType(
  'mysql::server',
  {
    config_file: parameter(
      absolutePath,
      'The file for override_options. The files of the packages are left unchanged, and apply to options that ' +
        'this file does not contain.',
    ),
    includedir: parameter(absolutePath, 'A directory whose files are read with config_file.'),
    manage_config_file: parameter(boolean, 'Whether config_file is written.', { default: true }),
    purge_conf_dir: parameter(boolean, 'Whether files in includedir that are not declared are removed.', {
      default: false,
    }),
    override_options: parameter(
      resources,
      "Options by group: `{ mysqld: { 'bind-address': '0.0.0.0' } }`. The value true is for an option without a value, a " +
        'list for one that is repeated.',
      { default: {} },
    ),
    package_manage: parameter(boolean, 'Whether the package is managed.', { default: true }),
    package_name: parameter(string, "The server's package."),
    package_ensure: parameter(string, "The package's state.", { default: 'present' }),
    install_options: parameter(anything, "Further options of the package manager's install command."),
    service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
    service_name: parameter(string, "The server's service."),
    service_enabled: parameter(boolean, 'Whether the service runs, now and after a reboot.', {
      default: true,
    }),
    service_provider: parameter(oneOf('systemd', 'init'), 'The service manager of the host.'),
    restart: parameter(
      boolean,
      'Whether the server is restarted if config_file changes. Otherwise, changes take effect when it is started ' +
        'again.',
      { default: false },
    ),
    root_password: parameter(
      secretString,
      "Root's password. Root can still log in through the socket, as Debian's scripts do.",
    ),
    root_group: parameter(string, 'The group that config_file belongs to.', { default: 'root' }),
    create_root_user: parameter(boolean, 'Whether the password is set in the server.', { default: true }),
    create_root_my_cnf: parameter(boolean, 'Whether /root/.my.cnf is written.', { default: true }),
    remove_default_accounts: parameter(
      boolean,
      'Whether anonymous accounts, root from other hosts and the test database are removed, as by mysql_secure_installation.',
      { default: false },
    ),
    databases: parameter(resources, 'Databases by name.', { default: {} }),
    users: parameter(resources, 'Accounts by user@host.', { default: {} }),
    grants: parameter(resources, 'Grants by user@host/database.table.', { default: {} }),
    enabled: parameter(boolean, 'Old name of service_enabled.', {
      deprecated: { hint: 'use service_enabled' },
    }),
    manage_service: parameter(boolean, 'Old name of service_manage.', {
      deprecated: { hint: 'use service_manage' },
    }),
  },
  { doc: 'A server of MariaDB or MySQL on this host.' },
) {
  override declare(): void {
    const parts = [
      this.#config(),
      this.#install(),
      this.#service(),
      this.#rootPassword(),
      this.#providers(),
      this.#security(),
    ].flatMap((part) => part ?? []);
    const chain = this.chain(new Anchor(this, 'mysql::server::start'));
    for (const part of parts) chain.before(part.ref());
    chain.before(new Anchor(this, 'mysql::server::end'));
    this.chain(RootPassword.ref()).before(this.collect(Db));
    const { restart, manage_config_file } = this.parameters;
    if (restart === true && manage_config_file === true && parts.includes(Service)) {
      this.chain(Config.ref()).notify(Service.ref());
    }
  }

  /** The server's Unix socket. */
  get socket(): string {
    const groups = reveal(this.parameters.override_options);
    return String(groups.client?.socket ?? groups.mysqld?.socket ?? findPlatform(this).socket);
  }

  #config(): typeof Config | undefined {
    const { config_file: path = findPlatform(this).configFile, override_options: options } = this.parameters;
    const { manage_config_file, includedir, purge_conf_dir: purge, root_group: group } = this.parameters;
    if (manage_config_file !== true) return undefined;
    optionsText(this, 'override_options');
    new Config(this, { path, options, includedir, purge, group });
    this.contain(Config);
    return Config;
  }

  #install(): typeof Install | undefined {
    const {
      package_name = findPlatform(this).serverPackage,
      package_ensure,
      install_options,
    } = this.parameters;
    if (this.parameters.package_manage !== true) return undefined;
    new Install(this, { package_name, package_ensure, install_options });
    this.contain(Install);
    return Install;
  }

  #service(): typeof Service | undefined {
    const {
      manage_service,
      service_manage = true,
      enabled,
      service_enabled,
      service_provider,
    } = this.parameters;
    if ((manage_service ?? service_manage) !== true) return undefined;
    const { service_name = findPlatform(this).service } = this.parameters;
    new Service(this, { service_name, service_enabled: enabled ?? service_enabled, service_provider });
    this.contain(Service);
    return Service;
  }

  #rootPassword(): typeof RootPassword {
    const { root_password, create_root_user, create_root_my_cnf } = this.parameters;
    new RootPassword(this, { root_password, create_root_user, create_root_my_cnf, socket: this.socket });
    this.contain(RootPassword);
    return RootPassword;
  }

  #providers(): typeof Providers {
    const { databases, users, grants } = this.parameters;
    new Providers(this, { databases, users, grants });
    this.contain(Providers);
    return Providers;
  }

  #security(): typeof AccountSecurity | undefined {
    if (this.parameters.remove_default_accounts !== true) return undefined;
    this.contain(AccountSecurity);
    return AccountSecurity;
  }
}
