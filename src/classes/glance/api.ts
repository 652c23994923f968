import { type AttributeTable, classType, type Reference } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import {
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceApiUwsgiConfig,
  GlanceCacheConfig,
  GlanceImageImportConfig,
  Resources,
  Service,
} from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { ensurePackage } from '../ensure-package.js';
import {
  declareDaemon,
  declareServicePackage,
  servicePackageTags,
} from '../openstack-service/declare-daemon.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';
import { declareOptions, declareSettings, isSet, toArray } from '../shared/index.js';
import { Authtoken } from './api/authtoken.js';
import { Db } from './api/db.js';
import { Logging } from './api/logging.js';
import { apiFile, cacheFile, importFile } from './api/options.js';
import { apiParameters } from './api/parameters.js';
import { Logging as CacheLogging } from './cache/logging.js';
import { Metadefs } from './db/metadefs.js';
import { Sync } from './db/sync.js';
import { Deps } from './deps.js';
import { findBackendProblems } from './enabled-backends.js';
import { Glance } from './glance.js';
import { Barbican } from './key-manager/barbican.js';
import { KeyManager } from './key-manager.js';
import { legacyLoggingNames } from './legacy-logging.js';
import { hasStoreClass, legacyStoreOptions, resolveLegacyStores } from './legacy-stores.js';
import { flavorSetting } from './pipeline.js';
import { glancePlatform } from './platform.js';
import { Policy } from './policy.js';
import { buildValidationCommand } from './validation-command.js';

/** The image service: its configuration, its stores, its service. */
export class Api extends classType('glance::api', apiParameters, {
  doc: 'The image service: glance-api with its configuration, stores and database.',
}) {
  override declare(): void {
    this.include(Glance);
    this.include(Deps);
    this.include(Policy);
    this.include(Db);
    this.#logging();
    if (this.parameters.sync_db) {
      this.include(Sync);
      this.include(Metadefs);
    }
    const { apiPackage } = glancePlatform(this.facts, this.release) ?? {};
    if (apiPackage !== undefined) this.#package(apiPackage);

    this.#options();
    this.#stores();
    this.#keyManager();
    new Resources(this, 'glance_api_config', { purge: this.parameters.purge_config });
    if ((this.parameters.auth_type ?? this.parameters.auth_strategy) === 'keystone') this.include(Authtoken);
    this.#middleware();
    this.#service();
    if (this.parameters.validate) this.#validation();
  }

  /** Since Stein logging is only declared if its class or one of the old parameters is used. */
  #logging(): void {
    const asked = legacyLoggingNames.some((name) => this.parameters[name] !== undefined);
    if (!asked && !isReleaseBetween(this.release, undefined, 'rocky')) return;
    this.include(Logging);
    this.include(CacheLogging);
  }

  #package(name: string): void {
    const ensure = this.parameters.package_ensure;
    if (isReleaseBetween(this.release, undefined, 'ussuri'))
      ensurePackage(this, name, { ensure, tag: servicePackageTags('glance') });
    else declareServicePackage(this, 'glance', name, { ensure });
  }

  #options(): void {
    const { pipeline, paste_deploy_flavor } = this.parameters;
    const absent = { ensure: 'absent' };
    declareOptions(this, GlanceApiConfig, this.#selectGiven(apiFile));
    declareOptions(this, GlanceCacheConfig, this.#selectGiven(cacheFile));
    declareOptions(this, GlanceImageImportConfig, importFile);
    declareSettings(this, GlanceApiConfig, {
      'paste_deploy/flavor': flavorSetting(pipeline ?? paste_deploy_flavor, this.release),
      ...(isReleaseBetween(this.release, 'yoga', 'zed') ? { 'DEFAULT/scrub_time': absent } : {}),
      ...(this.release === 'zed' ? { 'DEFAULT/cache_prefetcher_interval': absent } : {}),
    });
  }

  /** Declares the options that are given or have a default in this release. */
  #selectGiven(table: AttributeTable): AttributeTable {
    const values: Readonly<Record<string, unknown>> = this.parameters;
    return Object.fromEntries(Object.entries(table).filter(([name]) => values[name] !== undefined));
  }

  #stores(): void {
    const { enabled_backends, default_backend, stores, known_stores, default_store, multi_store } =
      this.parameters;
    if (isSet(enabled_backends)) {
      const problems = findBackendProblems(reveal(enabled_backends), reveal(default_backend));
      for (const { message, hint, parameter } of problems) this.reportError(message, hint, parameter);
      if (problems.length > 0) return;
      const absent = { ensure: 'absent' };
      this.#storeSettings({
        'DEFAULT/enabled_backends': toArray(enabled_backends).join(','),
        'glance_store/default_backend': default_backend,
        'glance_store/stores': absent,
        'glance_store/default_store': absent,
      });
      return;
    }
    if (isSet(stores) && isSet(known_stores)) {
      this.fail(
        'stores and known_stores both say which stores there are',
        'keep stores: it is the newer one',
        'known_stores',
      );
    }
    const given = isSet(stores) ? stores : known_stores;
    if (isReleaseBetween(this.release, 'train', undefined) && !isSet(given) && !isSet(default_store)) {
      if (!hasStoreClass(this)) {
        this.warn('glance-api has no store for images', 'list its stores in enabled_backends');
      }
      return;
    }
    const chosen = resolveLegacyStores('glance-api', given, default_store);
    if (chosen.warning !== undefined && !hasStoreClass(this)) this.warn(chosen.warning);
    this.#storeSettings(legacyStoreOptions(chosen, multi_store === true));
  }

  /** Since 2023.2 the cache's tools read the stores too. */
  #storeSettings(values: Record<string, unknown>): void {
    declareSettings(this, GlanceApiConfig, values);
    if (isReleaseBetween(this.release, '2023.2', undefined)) declareSettings(this, GlanceCacheConfig, values);
  }

  #keyManager(): void {
    const { keymgr_backend, keymgr_encryption_api_url, keymgr_encryption_auth_url } = this.parameters;
    if (isReleaseBetween(this.release, 'xena', undefined)) {
      if (isSet(keymgr_backend)) this.include(KeyManager);
      const asked = [keymgr_backend, keymgr_encryption_api_url, keymgr_encryption_auth_url].some(isSet);
      // Puppet's class of these two releases always includes Barbican.
      if (asked || isReleaseBetween(this.release, 'xena', 'yoga')) this.include(Barbican);
    } else if (isSet(keymgr_backend)) {
      declareSettings(this, GlanceApiConfig, {
        'key_manager/backend': keymgr_backend,
        'barbican/barbican_endpoint': keymgr_encryption_api_url,
        'barbican/auth_endpoint': keymgr_encryption_auth_url,
      });
    }
  }

  #middleware(): void {
    const { lock_path, enable_proxy_headers_parsing, max_request_body_size } = this.parameters;
    if (lock_path !== undefined) {
      new oslo.Concurrency(this, 'glance_api_config', { lock_path });
      if (isReleaseBetween(this.release, '2023.2', undefined))
        new oslo.Concurrency(this, 'glance_cache_config', { lock_path });
    }
    new oslo.Middleware(this, 'glance_api_config', { enable_proxy_headers_parsing, max_request_body_size });
  }

  #service(): void {
    const { manage_service, enabled, service_name } = this.parameters;
    const own = glancePlatform(this.facts, this.release)?.apiService;
    // Before Yoga, `enable` was always managed.
    if (!manage_service && !isReleaseBetween(this.release, undefined, 'xena')) return;
    if (service_name === 'httpd') {
      new Service(this, 'glance-api', { ensure: 'stopped', name: own, enable: false, tag: 'glance-service' });
      this.collect(Service, { title: 'httpd' }).override({}, { tag: 'glance-service' });
      // Both use the same port.
      this.chain(Service.ref('glance-api')).before(Service.ref('httpd'));
      this.#refresh(Service.ref('httpd'), GlanceApiPasteIni);
      return;
    }
    if (service_name !== undefined && service_name !== own) {
      this.fail(
        `no service called '${reveal(service_name)}' can run the API`,
        `'${own}' runs it on its own, 'httpd' runs it behind Apache`,
      );
    }
    declareDaemon(this, 'glance', {
      title: 'glance-api',
      service: own,
      isManaged: manage_service,
      isEnabled: enabled,
    });
    this.#refresh(Service.ref('glance-api'), GlanceApiPasteIni, GlanceApiUwsgiConfig);
  }

  /** Since 2024.1 these files restart the one service that reads them, not all of Glance's. */
  #refresh(
    service: Reference,
    ...types: readonly { readonly definition: { readonly name: string } }[]
  ): void {
    if (!isReleaseBetween(this.release, '2024.1', undefined)) return;
    for (const type of types) this.chain(this.collect(type)).notify(service);
  }

  #validation(): void {
    const checks = {
      'glance-api': buildValidationCommand(this),
      ...reveal(this.parameters.validation_options),
    };
    for (const [name, check] of Object.entries(checks)) {
      new openstacklib.ServiceValidation(this, name, { subscribe: Service.ref('glance-api'), ...check });
    }
  }
}
