import { boolean, classType, parameter } from '../../catalog/index.js';
import { GlanceGlareConfig } from '../../resources/index.js';
import { ensurePackage } from '../ensure-package.js';
import { declareDaemon, servicePackageTags } from '../openstack-service/declare-daemon.js';
import {
  declareOptions,
  declareSettings,
  defaultWorkers,
  option,
  optionValue,
  scalarString,
} from '../shared/index.js';
import { Deps } from './deps.js';
import { Glance } from './glance.js';
import { Authtoken } from './glare/authtoken.js';
import { Db } from './glare/db.js';
import { Logging } from './glare/logging.js';
import { legacyAuthParameters } from './legacy-auth.js';
import { legacyStoreOptions, resolveLegacyStores, storeNames } from './legacy-stores.js';
import { flavorSetting, pipelineName } from './pipeline.js';
import { glancePlatform } from './platform.js';
import { Policy } from './policy.js';
import { glareRemoval } from './removed-services.js';

const options = {
  bind_host: option('DEFAULT/bind_host', 'Address that Glare listens on.', { default: '0.0.0.0' }),
  bind_port: option('DEFAULT/bind_port', 'Port that Glare listens on.', { default: '9494' }),
  backlog: option('DEFAULT/backlog', 'Maximum number of connections waiting to be accepted.', {
    default: '4096',
  }),
  workers: option('DEFAULT/workers', 'Worker processes.', { default: defaultWorkers }),
  os_region_name: option(
    'glance_store/os_region_name',
    "Keystone's region in which stores look up services.",
    {
      default: 'RegionOne',
    },
  ),
  cert_file: option('DEFAULT/cert_file', 'Certificate of Glare.'),
  key_file: option('DEFAULT/key_file', 'Private key of Glare.'),
  ca_file: option('DEFAULT/ca_file', "Certificate authority that verifies clients' certificates."),
};

/** Glare, the artifact repository that was a part of Glance up to Pike. */
export class Glare extends classType(
  'glance::glare',
  {
    package_ensure: parameter(scalarString, 'State or version of the package, if Glare has its own.', {
      default: 'present',
    }),
    manage_service: parameter(boolean, 'Whether the service is managed.', { default: true }),
    enabled: parameter(boolean, 'Whether the service runs, and starts at boot.', { default: true }),
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
    stores: parameter(storeNames, 'Names of the stores.'),
    default_store: parameter(optionValue, 'The store for new artifacts.'),
    multi_store: parameter(
      boolean,
      'Whether there are several stores; this class then sets the default store.',
      {
        default: false,
      },
    ),
    auth_region: parameter(optionValue, 'Region of users: it has no effect.', {
      until: 'newton',
      deprecated: { hint: 'it has no effect: remove it' },
      obsolete: 'it had no effect',
    }),
    ...options,
    ...legacyAuthParameters('glare'),
  },
  {
    doc: 'The artifact repository Glare: glance-glare with its configuration, stores and database.',
    ...glareRemoval,
  },
) {
  override declare(): void {
    this.include(Glance);
    this.include(Deps);
    this.include(Policy);
    this.include(Db);
    this.include(Logging);
    const { package_ensure, pipeline, stores, default_store, multi_store, manage_service, enabled } =
      this.parameters;
    const platform = glancePlatform(this.facts, this.release);
    if (platform?.glarePackage !== undefined) {
      const tag = servicePackageTags('glance');
      ensurePackage(this, platform.glarePackage, { ensure: package_ensure, tag });
    }
    declareOptions(this, GlanceGlareConfig, options);
    const chosen = resolveLegacyStores('glance-glare', stores, default_store);
    if (chosen.warning !== undefined) this.warn(chosen.warning);
    declareSettings(this, GlanceGlareConfig, {
      ...legacyStoreOptions(chosen, multi_store === true),
      'paste_deploy/flavor': flavorSetting(pipeline, this.release),
    });
    // Puppet's class deprecated auth_type and never used it.
    if (this.parameters.auth_strategy === 'keystone') this.include(Authtoken);
    declareDaemon(this, 'glance', {
      title: 'glance-glare',
      service: platform?.glareService,
      isManaged: manage_service,
      isEnabled: enabled,
    });
  }
}
