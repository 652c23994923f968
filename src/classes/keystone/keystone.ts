import { classType } from '../../catalog/index.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';
import {
  Anchor,
  Exec,
  File,
  KeystoneConfig,
  KeystoneDomain,
  Resources,
  Service,
} from '../../resources/index.js';
import { ensurePackage } from '../ensure-package.js';
import { declareServicePackage } from '../openstack-service/declare-daemon.js';
import * as oslo from '../oslo/index.js';
import { declareOptions, declareSettings, derive, isSet, toText } from '../shared/index.js';
import { declareMessaging } from './broker.js';
import { Client } from './client.js';
import { Db } from './db/db.js';
import { Sync } from './db/sync.js';
import { Deps } from './deps.js';
import { declareKeys } from './keys.js';
import { keystoneOptions, keystoneParameters } from './keystone-parameters.js';
import { declareLegacyBootstrap } from './legacy-bootstrap.js';
import { declareLegacyCache } from './legacy-cache.js';
import { Logging } from './logging.js';
import { findRemovedSettings } from './options/removed-settings.js';
import { declareTls } from './options/tls.js';
import { Params } from './params.js';
import { declarePki } from './pki.js';
import { Policy } from './policy.js';
import { Service as OwnService } from './service.js';

/** `keystone`: the Identity service. */
export class Keystone extends classType('keystone', keystoneParameters, {
  doc: 'Keystone, the Identity service: package, configuration, keys, schema and service.',
}) {
  override declare(): void {
    const params = this.include(Params);
    this.include(Deps);
    this.include(Logging);
    if (this.#since(Policy.definition.since)) this.include(Policy);
    this.include(Db);
    const { package_ensure, client_package_ensure, purge_config, manage_policyrcd, sync_db } =
      this.parameters;
    if (manage_policyrcd === true) {
      this.warn('manage_policyrcd has no effect', 'list the services in openstacklib::policyrcd');
    }
    declareServicePackage(this, 'keystone', 'keystone', { ensure: package_ensure, name: params.package });
    if (client_package_ensure === 'present') this.include(Client);
    else new Client(this, { ensure: client_package_ensure });
    new Resources(this, 'keystone_config', { purge: purge_config });
    this.#options();
    declareTls(this);
    declareLegacyCache(this);
    declarePki(this);
    declareMessaging(this);
    this.#service();
    if (sync_db === true) this.include(Sync);
    this.#keys();
    declareLegacyBootstrap(this);
    this.#defaultDomain();
    this.#domainConfiguration();
  }

  #since(release: Release | undefined): boolean {
    return isReleaseBetween(this.release, release, undefined);
  }

  get #platformService(): string {
    return this.include(Params).package;
  }

  get #serviceName(): string {
    return String(this.parameters.service_name ?? this.#platformService);
  }

  #options(): void {
    const { catalog_driver, catalog_type, fernet_key_repository } = this.parameters;
    if (
      !isSet(catalog_driver) &&
      isSet(catalog_type) &&
      !['sql', 'template'].includes(String(catalog_type))
    ) {
      this.fail(`invalid catalog_type '${catalog_type}'`, "set it to 'sql' or 'template'");
    }
    declareOptions(this, KeystoneConfig, keystoneOptions);
    this.#tokensInMemcached();
    declareSettings(this, KeystoneConfig, {
      'catalog/driver': isSet(catalog_driver)
        ? catalog_driver
        : catalog_type === 'template'
          ? 'templated'
          : 'sql',
      'fernet_tokens/key_repository': isSet(fernet_key_repository)
        ? fernet_key_repository
        : { ensure: 'absent' },
      ...findRemovedSettings(this.release),
    });
    const { enable_proxy_headers_parsing, max_request_body_size } = this.parameters;
    new oslo.Middleware(this, 'keystone_config', { enable_proxy_headers_parsing, max_request_body_size });
  }

  #tokensInMemcached(): void {
    if (!/memcache/.test(toText(this.parameters.token_driver))) return;
    ensurePackage(this, 'python-memcache', {
      name: this.include(Params).memcachePackage,
      tag: ['openstack'],
    });
  }

  #service(): void {
    const { manage_service, enabled } = this.parameters;
    const platform = this.#platformService;
    if (this.#serviceName === platform) {
      // Before Yoga, `enable` was always managed.
      if (manage_service === true || !this.#since('yoga')) this.#ownService();
    } else if (this.#serviceName === 'httpd') {
      if (manage_service === true) this.#apache();
    } else if (manage_service === true || !this.#since('yoga')) {
      this.fail(
        `'${this.#serviceName}' is not a service of Keystone`,
        `service_name is '${platform}' or 'httpd'`,
      );
    }
    if (manage_service !== true || enabled !== true) return;
    const apache = this.facts.os?.family === 'Debian' ? 'apache2' : 'httpd';
    const name = this.#serviceName === 'httpd' ? apache : platform;
    // Keystone uses a new default domain after a restart.
    new Exec(this, 'restart_keystone', {
      path: ['/usr/sbin', '/usr/bin', '/sbin', '/bin/'],
      command: this.#since('wallaby') ? `systemctl restart ${name}` : `service ${name} restart`,
      refreshonly: true,
    });
  }

  #ownService(): void {
    const { manage_service, enabled } = this.parameters;
    const ensure = manage_service === true ? (enabled === true ? 'running' : 'stopped') : undefined;
    const how = { ensure, enable: enabled, hasstatus: true, hasrestart: true } as const;
    if (this.#since('victoria')) {
      new Service(this, 'keystone', { ...how, name: this.#platformService, tag: 'keystone-service' });
      return;
    }
    const { validate_service, validate_auth_url, validate_insecure, validate_cacert } = this.parameters;
    const { admin_token, admin_endpoint } = this.parameters;
    const url = [validate_auth_url, admin_endpoint].find(isSet);
    new OwnService(this, {
      ...how,
      service_name: this.#platformService,
      validate: validate_service === true,
      admin_token: isSet(admin_token) ? derive(admin_token, String) : undefined,
      admin_endpoint: url === undefined ? undefined : String(url),
      insecure: validate_insecure === true,
      cacert: isSet(validate_cacert) ? String(validate_cacert) : undefined,
    });
  }

  #apache(): void {
    if (!this.#since('yoga')) return;
    const httpd = this.collect(Service, { title: 'httpd' }).override({}, { tag: 'keystone-service' });
    if (this.facts.os?.name !== 'Debian' || !this.#since('zed')) return;
    const name = this.#platformService;
    const own = { ensure: 'stopped', name, enable: false, tag: 'keystone-service' } as const;
    // Both would listen on the same port: the service of the package stops before Apache starts.
    this.chain(new Service(this, 'keystone', own)).before(httpd);
  }

  #keys(): void {
    const { keystone_user, keystone_group, enable_fernet_setup, enable_credential_setup } = this.parameters;
    const owner = { user: String(keystone_user), group: String(keystone_group) };
    if (enable_fernet_setup === true) {
      const { fernet_key_repository, fernet_keys, fernet_replace_keys } = this.parameters;
      declareKeys(this, {
        ...owner,
        path: String(fernet_key_repository),
        setup: 'fernet_setup',
        files: fernet_keys,
        attributes: { replace: fernet_replace_keys, tag: 'keystone-fernet-key' },
      });
    }
    if (enable_credential_setup === true) {
      const { credential_key_repository, credential_keys } = this.parameters;
      declareKeys(this, {
        ...owner,
        path: String(credential_key_repository),
        setup: 'credential_setup',
        files: credential_keys,
        attributes: {},
      });
    }
  }

  #defaultDomain(): void {
    const { default_domain, manage_service } = this.parameters;
    if (!isSet(default_domain)) return;
    const domain = new KeystoneDomain(this, String(default_domain), {
      ensure: 'present',
      enabled: true,
      is_default: true,
    });
    this.chain(domain).notify(this.collect(Exec, { title: 'restart_keystone' }));
    if (manage_service === true) this.chain(Service.ref(this.#serviceTitle)).before(domain);
    new Anchor(this, 'default_domain_created', { require: domain });
  }

  #domainConfiguration(): void {
    const { using_domain_config, domain_config_directory, keystone_user, keystone_group } = this.parameters;
    const directory = String(domain_config_directory);
    if (using_domain_config !== true) {
      if (directory !== '/etc/keystone/domains') {
        this.fail(
          'domain_config_directory is given, but domain configuration is off',
          'set using_domain_config',
        );
      }
      return;
    }
    if (!this.has(File.ref(directory))) {
      const file = new File(this, directory, {
        ensure: 'directory',
        owner: keystone_user,
        group: keystone_group,
        mode: '0750',
        require: Anchor.ref('keystone::install::end'),
      });
      if (this.parameters.manage_service === true) this.chain(file).notify(Service.ref(this.#serviceTitle));
    }
    this.ensureResource(KeystoneConfig, 'identity/domain_specific_drivers_enabled', { value: true });
    this.ensureResource(KeystoneConfig, 'identity/domain_config_dir', { value: directory });
  }

  get #serviceTitle(): string {
    return this.#serviceName === 'httpd' ? 'httpd' : 'keystone';
  }
}
