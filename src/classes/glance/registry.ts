import { boolean, classType, parameter } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { GlanceRegistryConfig, Resources } from '../../resources/index.js';
import { ensurePackage } from '../ensure-package.js';
import { declareDaemon, servicePackageTags } from '../openstack-service/declare-daemon.js';
import {
  declareOptions,
  declareSettings,
  defaultWorkers,
  type OptionValue,
  option,
  optionValue,
  perRelease,
  scalarString,
  serviceDefault,
} from '../shared/index.js';
import { Sync } from './db/sync.js';
import { Deps } from './deps.js';
import { Glance } from './glance.js';
import { legacyAuthParameters } from './legacy-auth.js';
import { legacyDatabaseParameters } from './legacy-database.js';
import { legacyLoggingNames, legacyLoggingParameters } from './legacy-logging.js';
import { flavorSetting, pipelineName } from './pipeline.js';
import { glancePlatform } from './platform.js';
import { Authtoken } from './registry/authtoken.js';
import { Db } from './registry/db.js';
import { Logging } from './registry/logging.js';
import { registryRemoval } from './removed-services.js';

const options = {
  workers: option('DEFAULT/workers', 'Worker processes.', { default: defaultWorkers }),
  bind_host: option('DEFAULT/bind_host', 'Address that the registry listens on.'),
  bind_port: option('DEFAULT/bind_port', 'Port that the registry listens on.', { default: '9191' }),
  enable_v1_registry: option('DEFAULT/enable_v1_registry', 'Whether version 1 of the registry is served.', {
    since: 'ocata',
    default: perRelease<string | boolean>({ ocata: serviceDefault, queens: false }),
  }),
  cert_file: option('DEFAULT/cert_file', 'Certificate of the registry.'),
  key_file: option('DEFAULT/key_file', 'Private key of the registry.'),
  ca_file: option('DEFAULT/ca_file', "Certificate authority that verifies clients' certificates."),
  os_region_name: option(
    'glance_store/os_region_name',
    "Keystone's region in which stores look up services.",
    {
      default: perRelease<OptionValue | undefined>({ newton: serviceDefault, ussuri: undefined }),
    },
  ),
};

/** The registry, which managed the metadata of images for version 1 of the API. */
export class Registry extends classType(
  'glance::registry',
  {
    package_ensure: parameter(scalarString, 'State or version of the package, if the registry has its own.', {
      default: 'present',
    }),
    manage_service: parameter(boolean, 'Whether the service is managed.', { default: true }),
    enabled: parameter(boolean, 'Whether the service runs, and starts at boot.', { default: true }),
    purge_config: parameter(boolean, 'Whether settings that are not declared are removed.', {
      default: false,
    }),
    sync_db: parameter(boolean, 'Whether the database schema is migrated.', {
      default: true,
      until: 'newton',
      obsolete: 'use glance::api::sync_db since ocata',
    }),
    auth_strategy: parameter(
      optionValue,
      "How callers are authenticated: 'keystone'; any other value disables authentication.",
      {
        default: 'keystone',
      },
    ),
    pipeline: parameter(pipelineName, 'The pipeline of the paste configuration.', {
      default: 'keystone',
    }),
    ...options,
    ...legacyAuthParameters('registry'),
    ...legacyDatabaseParameters('registry'),
    ...legacyLoggingParameters('registry'),
  },
  {
    doc: 'The registry of version 1 of the API: glance-registry with its configuration and database.',
    ...registryRemoval,
  },
) {
  override declare(): void {
    this.include(Glance);
    this.include(Deps);
    const asked = legacyLoggingNames.some((name) => this.parameters[name] !== undefined);
    if (asked || isReleaseBetween(this.release, undefined, 'rocky')) this.include(Logging);
    this.include(Db);
    const { package_ensure, pipeline, purge_config, manage_service, enabled, sync_db } = this.parameters;
    const platform = glancePlatform(this.facts, this.release);
    if (platform?.registryPackage !== undefined) {
      const tag = servicePackageTags('glance');
      ensurePackage(this, platform.registryPackage, { ensure: package_ensure, tag });
    }
    new Resources(this, 'glance_registry_config', { purge: purge_config });
    declareOptions(this, GlanceRegistryConfig, options);
    declareSettings(this, GlanceRegistryConfig, {
      'paste_deploy/flavor': flavorSetting(pipeline, this.release),
    });
    if ((this.parameters.auth_type ?? this.parameters.auth_strategy) === 'keystone') this.include(Authtoken);
    if (sync_db) this.include(Sync);
    declareDaemon(this, 'glance', {
      title: 'glance-registry',
      service: platform?.registryService,
      isManaged: manage_service,
      isEnabled: enabled,
    });
  }
}
