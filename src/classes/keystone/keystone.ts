import { classType } from '../../catalog/index.js';
import {
  Anchor,
  Exec,
  File,
  KeystoneConfig,
  KeystoneDomain,
  Package,
  Resources,
  Service,
} from '../../resources/index.js';
import * as oslo from '../oslo/index.js';
import { declareOptions, isSet, settings } from '../tables/index.js';
import { Client } from './client.js';
import { Db } from './db/db.js';
import { Sync } from './db/sync.js';
import { Deps } from './deps.js';
import { declareKeys } from './keys.js';
import { keystoneOptions, keystoneTable } from './keystone-table.js';
import { Logging } from './logging.js';
import { Params } from './params.js';
import { Policy } from './policy.js';

/** What older modules wrote and this one takes out. */
const gone = ['enable', 'certfile', 'keyfile', 'ca_certs', 'ca_key', 'cert_subject'].map(
  (name) => `ssl/${name}`,
);

/** `keystone`: the Identity service. */
export class Keystone extends classType('keystone', keystoneTable, {
  doc: 'Keystone, the Identity service: package, configuration, keys, schema and service.',
  since: 'yoga',
}) {
  override declare(): void {
    const params = this.include(Params);
    this.include(Deps);
    this.include(Logging);
    this.include(Policy);
    this.include(Db);
    const { package_ensure, client_package_ensure, purge_config, manage_policyrcd, sync_db } =
      this.parameters;
    if (manage_policyrcd === true) {
      this.warn('manage_policyrcd is left to openstacklib::policyrcd', 'name the services there');
    }
    new Package(this, 'keystone', {
      ensure: package_ensure as string,
      name: params.package,
      tag: ['openstack', 'keystone-package'],
    });
    if (client_package_ensure === 'present') this.include(Client);
    else new Client(this, { ensure: client_package_ensure });
    new Resources(this, 'keystone_config', { purge: purge_config });
    this.#options();
    this.#messaging();
    this.#service();
    if (sync_db === true) this.include(Sync);
    this.#keys();
    this.#defaultDomain();
    this.#domainConfiguration();
  }

  get #platformService(): string {
    return this.include(Params).package;
  }

  get #serviceName(): string {
    return String(this.parameters.service_name ?? this.#platformService);
  }

  #options(): void {
    const { catalog_driver, catalog_type, fernet_key_repository } = this.parameters;
    declareOptions(this, KeystoneConfig, keystoneOptions);
    settings(this, KeystoneConfig, {
      'catalog/driver': isSet(catalog_driver)
        ? catalog_driver
        : catalog_type === 'template'
          ? 'templated'
          : 'sql',
      'fernet_tokens/key_repository': isSet(fernet_key_repository)
        ? fernet_key_repository
        : { ensure: 'absent' },
      ...Object.fromEntries(gone.map((name) => [name, { ensure: 'absent' }])),
    });
    const { enable_proxy_headers_parsing, max_request_body_size } = this.parameters;
    new oslo.Middleware(this, 'keystone_config', { enable_proxy_headers_parsing, max_request_body_size });
  }

  #messaging(): void {
    const { default_transport_url, control_exchange, rpc_response_timeout } = this.parameters;
    new oslo.messaging.Default(this, 'keystone_config', {
      transport_url: default_transport_url,
      control_exchange,
      rpc_response_timeout,
    });
    const { notification_transport_url, notification_driver, notification_topics } = this.parameters;
    new oslo.messaging.Notifications(this, 'keystone_config', {
      transport_url: notification_transport_url,
      driver: notification_driver,
      topics: notification_topics,
    });
    const { kombu_ssl_version, kombu_ssl_keyfile, kombu_ssl_certfile, kombu_ssl_ca_certs } = this.parameters;
    const { kombu_reconnect_delay, kombu_failover_strategy, kombu_compression } = this.parameters;
    const { rabbit_use_ssl, rabbit_ha_queues, amqp_durable_queues } = this.parameters;
    new oslo.messaging.Rabbit(this, 'keystone_config', {
      kombu_ssl_version,
      kombu_ssl_keyfile,
      kombu_ssl_certfile,
      kombu_ssl_ca_certs,
      kombu_reconnect_delay,
      kombu_failover_strategy,
      kombu_compression,
      rabbit_use_ssl,
      rabbit_ha_queues,
      amqp_durable_queues,
      heartbeat_timeout_threshold: this.parameters.rabbit_heartbeat_timeout_threshold,
      heartbeat_rate: this.parameters.rabbit_heartbeat_rate,
      heartbeat_in_pthread: this.parameters.rabbit_heartbeat_in_pthread,
    });
  }

  #service(): void {
    const { manage_service, enabled } = this.parameters;
    if (manage_service !== true) return;
    const platform = this.#platformService;
    const debian = this.facts.os?.name === 'Debian';
    if (this.#serviceName === platform) {
      new Service(this, 'keystone', {
        ensure: enabled === true ? 'running' : 'stopped',
        name: platform,
        enable: enabled,
        hasstatus: true,
        hasrestart: true,
        tag: 'keystone-service',
      });
    } else if (this.#serviceName === 'httpd') {
      const httpd = this.collect(Service, { title: 'httpd' }).override({}, { tag: 'keystone-service' });
      if (debian) {
        const own = { ensure: 'stopped', name: platform, enable: false, tag: 'keystone-service' } as const;
        // Both would listen at the same port: the service of the package ends before Apache starts.
        this.chain(new Service(this, 'keystone', own)).before(httpd);
      }
    } else {
      this.fail(
        `'${this.#serviceName}' is no service of Keystone`,
        `service_name is '${platform}' or 'httpd'`,
      );
    }
    if (enabled !== true) return;
    const apache = this.facts.os?.family === 'Debian' ? 'apache2' : 'httpd';
    // A domain that has just become the default one is known to Keystone after a restart.
    new Exec(this, 'restart_keystone', {
      path: ['/usr/sbin', '/usr/bin', '/sbin', '/bin/'],
      command: `systemctl restart ${this.#serviceName === 'httpd' ? apache : platform}`,
      refreshonly: true,
    });
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
    this.declareUnlessThere(KeystoneConfig, 'identity/domain_specific_drivers_enabled', { value: true });
    this.declareUnlessThere(KeystoneConfig, 'identity/domain_config_dir', { value: directory });
  }

  get #serviceTitle(): string {
    return this.#serviceName === 'httpd' ? 'httpd' : 'keystone';
  }
}
