import { anything, boolean, classType, hashOf, parameter } from '../../catalog/index.js';
import { livesIn } from '../../data/releases.js';
import {
  GlanceApiConfig,
  GlanceCacheConfig,
  GlanceImageImportConfig,
  Package,
  Resources,
  Service,
} from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';
import { ensurePackage } from '../packages.js';
import {
  asArray,
  declareOptions,
  isSet,
  optionValue,
  perRelease,
  serviceDefault,
  settings,
  text,
} from '../tables/index.js';
import { Authtoken } from './api/authtoken.js';
import { Db } from './api/db.js';
import { Logging } from './api/logging.js';
import * as options from './api/options.js';
import { complaintsAboutBackends } from './backend-types.js';
import { Logging as CacheLogging } from './cache/logging.js';
import { Metadefs } from './db/metadefs.js';
import { Sync } from './db/sync.js';
import { Deps } from './deps.js';
import { Glance } from './glance.js';
import { legacyAuth } from './legacy-auth.js';
import { legacyDatabase } from './legacy-database.js';
import { legacyLogging, legacyLoggingNames } from './legacy-logging.js';
import { flavorSetting, pipelineName } from './pipeline.js';
import { glancePlatform, platformDefault } from './platform.js';
import { Policy } from './policy.js';
import { legacyStores, storeNames, storeOptions } from './stores.js';
import { validationCommand } from './validation.js';

const noValidation = { until: 'xena', obsolete: 'nothing validates the service any more' } as const;
const keyManager = {
  since: 'queens',
  until: 'yoga',
  deprecated: { since: 'xena', hint: 'say it with glance::key_manager and glance::key_manager::barbican' },
  obsolete: 'say it with glance::key_manager and glance::key_manager::barbican',
} as const;

const allOptions = {
  ...options.serverOptions,
  ...options.imageOptions,
  ...options.importOptions,
  ...options.cacheOptions,
  ...options.prefetcherOptions,
  ...options.fileStoreOptions,
  ...options.regionOptions,
  ...options.registryOptions,
  ...options.registryClientOptions,
};

/** The image service: its configuration, its stores, its service. */
export class Api extends classType(
  'glance::api',
  {
    package_ensure: parameter(
      text,
      'State or version of the package of the API, where it has one of its own.',
      {
        default: 'present',
      },
    ),
    manage_service: parameter(boolean, 'Whether the service is started and stopped.', { default: true }),
    enabled: parameter(boolean, 'Whether the service runs, and starts with the host.', { default: true }),
    service_name: parameter(text, "The service that answers: Glance's own, or 'httpd' behind Apache.", {
      default: platformDefault('apiService'),
      since: 'zed',
    }),
    purge_config: parameter(
      boolean,
      'Whether settings that are not declared are removed from glance-api.conf.',
      {
        default: false,
      },
    ),
    sync_db: parameter(boolean, 'Whether the schema and the metadata definitions are brought up to date.', {
      default: true,
      since: 'ocata',
    }),
    auth_strategy: parameter(
      optionValue,
      "How callers are authenticated: 'keystone', or anything else for not.",
      {
        default: 'keystone',
      },
    ),
    paste_deploy_flavor: parameter(
      pipelineName,
      'The pipeline of the paste configuration that requests run through.',
      {
        default: 'keystone',
        since: 'zed',
      },
    ),
    pipeline: parameter(pipelineName, 'The older name of paste_deploy_flavor, which it wins over.', {
      default: perRelease({ newton: 'keystone', zed: undefined }),
      until: '2024.2',
      became: { name: 'paste_deploy_flavor' },
      deprecated: { since: 'zed', hint: 'say it with paste_deploy_flavor' },
    }),
    enabled_backends: parameter(
      optionValue,
      'The stores, each as id:type. Each is described by a class of its own.',
      {
        since: 'train',
      },
    ),
    default_backend: parameter(text, 'The store that new images go to, by its id.', { since: 'train' }),
    stores: parameter(storeNames, 'Names of the stores, before stores had ids.', {
      deprecated: { since: 'train', hint: 'say it with enabled_backends' },
    }),
    default_store: parameter(optionValue, 'The store that new images go to, before stores had ids.', {
      deprecated: { since: 'train', hint: 'say it with default_backend' },
    }),
    known_stores: parameter(storeNames, 'Classes of the stores, before stores had names.', {
      until: 'queens',
      became: { name: 'stores', translate: storeNamesOf },
      deprecated: { hint: 'say it with stores' },
    }),
    multi_store: parameter(
      boolean,
      'Whether there are several stores, so that this class says the default one.',
      {
        default: false,
      },
    ),
    lock_path: parameter(optionValue, 'Directory of lock files.', {
      default: platformDefault('lockPath'),
      since: 'train',
    }),
    enable_proxy_headers_parsing: parameter(
      optionValue,
      "Whether a proxy's headers say where requests came from.",
      {
        default: serviceDefault,
      },
    ),
    max_request_body_size: parameter(optionValue, 'Bytes of the body of a request at most.', {
      default: serviceDefault,
      since: 'train',
    }),
    ...allOptions,
    ...options.pluginOptions,
    keymgr_backend: parameter(optionValue, 'What keeps the keys of encrypted images.', keyManager),
    keymgr_encryption_api_url: parameter(optionValue, 'Address of the key manager.', keyManager),
    keymgr_encryption_auth_url: parameter(
      optionValue,
      'Address that the key manager signs in at.',
      keyManager,
    ),
    validate: parameter(boolean, 'Whether images are listed once the service runs.', {
      default: false,
      ...noValidation,
    }),
    validation_options: parameter(hashOf(hashOf(anything)), 'Checks that are made instead.', {
      default: {},
      ...noValidation,
    }),
    auth_region: parameter(optionValue, 'Region that users sign in at: it has no effect.', {
      until: 'newton',
      deprecated: { hint: 'it has no effect: leave it out' },
      obsolete: 'it had no effect',
    }),
    ...legacyAuth('api'),
    ...legacyDatabase('api'),
    ...legacyLogging('api'),
  },
  { doc: 'The image service: glance-api with its configuration, stores and database.' },
) {
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

  /** From Stein on the log has to be asked for, by its class or by one of the old parameters. */
  #logging(): void {
    const asked = legacyLoggingNames.some((name) => this.parameters[name] !== undefined);
    if (!asked && !livesIn(this.release, undefined, 'rocky')) return;
    this.include(Logging);
    this.include(CacheLogging);
  }

  #package(name: string): void {
    const attributes = { ensure: this.parameters.package_ensure, tag: ['openstack', 'glance-package'] };
    if (livesIn(this.release, undefined, 'ussuri')) ensurePackage(this, name, attributes);
    else new Package(this, name, attributes);
  }

  #options(): void {
    const { pipeline, paste_deploy_flavor } = this.parameters;
    const { image_cache_dir, ...laterCacheOptions } = options.cacheOptions;
    const absent = { ensure: 'absent' };
    declareOptions(this, GlanceApiConfig, {
      ...options.serverOptions,
      ...options.imageOptions,
      ...options.importOptions,
    });
    declareOptions(this, GlanceApiConfig, {
      image_cache_dir,
      ...options.prefetcherOptions,
      ...options.fileStoreOptions,
    });
    declareOptions(this, GlanceApiConfig, { ...options.regionOptions, ...options.registryOptions });
    declareOptions(this, GlanceApiConfig, options.registryClientOptions);
    declareOptions(this, GlanceImageImportConfig, options.pluginOptions);
    declareOptions(this, GlanceCacheConfig, {
      ...laterCacheOptions,
      ...options.regionOptions,
      ...options.registryOptions,
    });
    if (livesIn(this.release, 'stein', undefined)) {
      declareOptions(this, GlanceApiConfig, laterCacheOptions);
      declareOptions(this, GlanceCacheConfig, { image_cache_dir });
    }
    if (livesIn(this.release, '2023.2', undefined))
      declareOptions(this, GlanceCacheConfig, options.fileStoreOptions);
    settings(this, GlanceApiConfig, {
      'paste_deploy/flavor': flavorSetting(pipeline ?? paste_deploy_flavor, this.release),
      ...(livesIn(this.release, 'yoga', 'zed') ? { 'DEFAULT/scrub_time': absent } : {}),
      ...(this.release === 'zed' ? { 'DEFAULT/cache_prefetcher_interval': absent } : {}),
    });
  }

  #stores(): void {
    const { enabled_backends, default_backend, stores, known_stores, default_store, multi_store } =
      this.parameters;
    if (isSet(enabled_backends)) {
      const complaints = complaintsAboutBackends(reveal(enabled_backends), reveal(default_backend));
      if (complaints.length > 0) this.fail(complaints.join('; '));
      this.#storeSettings(
        {
          'DEFAULT/enabled_backends': asArray(enabled_backends).join(','),
          'glance_store/default_backend': default_backend,
        },
        { 'glance_store/stores': { ensure: 'absent' }, 'glance_store/default_store': { ensure: 'absent' } },
      );
      return;
    }
    if (isSet(stores) && isSet(known_stores)) {
      this.fail(
        'stores and known_stores both say which stores there are',
        'keep stores: it is the newer one',
      );
    }
    const given = isSet(stores) ? stores : known_stores;
    if (livesIn(this.release, 'train', undefined) && !isSet(given) && !isSet(default_store)) {
      this.warn('glance-api has no store to keep images in', 'name its stores with enabled_backends');
      return;
    }
    const chosen = legacyStores('glance-api', given, default_store);
    if (chosen.warning !== undefined) this.warn(chosen.warning);
    this.#storeSettings(storeOptions(chosen, multi_store === true));
  }

  /** Since 2023.2 the cache's tools read the stores too. */
  #storeSettings(values: Record<string, unknown>, onlyForTheApi: Record<string, unknown> = {}): void {
    settings(this, GlanceApiConfig, { ...values, ...onlyForTheApi });
    if (livesIn(this.release, '2023.2', undefined)) settings(this, GlanceCacheConfig, values);
  }

  #keyManager(): void {
    const { keymgr_backend, keymgr_encryption_api_url, keymgr_encryption_auth_url } = this.parameters;
    if (!isSet(keymgr_backend)) return;
    settings(this, GlanceApiConfig, {
      'key_manager/backend': keymgr_backend,
      'barbican/barbican_endpoint': keymgr_encryption_api_url,
      'barbican/auth_endpoint': keymgr_encryption_auth_url,
    });
  }

  #middleware(): void {
    const { lock_path, enable_proxy_headers_parsing, max_request_body_size } = this.parameters;
    if (lock_path !== undefined) {
      new oslo.Concurrency(this, 'glance_api_config', { lock_path });
      if (livesIn(this.release, '2023.2', undefined))
        new oslo.Concurrency(this, 'glance_cache_config', { lock_path });
    }
    new oslo.Middleware(this, 'glance_api_config', { enable_proxy_headers_parsing, max_request_body_size });
  }

  #service(): void {
    const { manage_service, enabled, service_name } = this.parameters;
    const own = glancePlatform(this.facts, this.release)?.apiService;
    // Whether the service starts with the host was settled in any case, before Yoga.
    if (!manage_service && !livesIn(this.release, undefined, 'xena')) return;
    if (service_name === 'httpd') {
      new Service(this, 'glance-api', { ensure: 'stopped', name: own, enable: false, tag: 'glance-service' });
      this.collect(Service, { title: 'httpd' }).override({}, { tag: 'glance-service' });
      // Both want the same port.
      this.chain(Service.ref('glance-api')).before(Service.ref('httpd'));
      return;
    }
    if (service_name !== undefined && service_name !== own) {
      this.fail(
        `no service called '${reveal(service_name)}' can run the API`,
        `'${own}' runs it on its own, 'httpd' runs it behind Apache`,
      );
    }
    new Service(this, 'glance-api', {
      ensure: manage_service ? (enabled ? 'running' : 'stopped') : undefined,
      name: own,
      enable: enabled,
      hasstatus: true,
      hasrestart: true,
      tag: 'glance-service',
    });
  }

  #validation(): void {
    const checks = {
      'glance-api': { command: validationCommand(this) },
      ...reveal(this.parameters.validation_options),
    };
    for (const [name, check] of Object.entries(checks)) {
      new openstacklib.ServiceValidation(this, name, { subscribe: Service.ref('glance-api'), ...check });
    }
  }
}

/** `glance.store.rbd.Store` is what later releases call `rbd`. */
function storeNamesOf(classes: unknown): unknown {
  return asArray(classes).map((name) => {
    const module = /^glance(?:_store)?\.(?:store|_drivers)\.(\w+)\.Store$/.exec(String(name))?.[1];
    return module === 'filesystem' ? 'file' : (module ?? name);
  });
}
