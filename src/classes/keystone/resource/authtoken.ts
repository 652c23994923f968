import { definedType } from '../../../catalog/index.js';
import { compareReleases } from '../../../data/releases.js';
import { revealAll } from '../../../secrets/secret.js';
import { ensurePackage } from '../../ensure-package.js';
import { omitProjectOfSystemScope } from '../../oslo/project-scope.js';
import {
  declareOptions,
  derive,
  findConfigType,
  inet6Prefix,
  isServiceDefault,
  joinAny,
  serviceDefault,
  toArray,
} from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { authtokenParameters } from './authtoken-parameters.js';

/** Options for which keystonemiddleware only accepts booleans. */
const booleans = ['include_service_catalog', 'memcache_use_advanced_pool', 'delay_auth_decision'] as const;

/** `keystone::resource::authtoken`. */
export class Authtoken extends definedType('keystone::resource::authtoken', authtokenParameters, {
  doc: 'How a service validates the tokens of requests (keystonemiddleware).',
}) {
  override declare(): void {
    const newton = compareReleases(this.release, 'ocata') < 0;
    if (!newton) this.include(Params);
    this.include(Deps);
    const checked = newton ? ['check_revocations_for_cached' as const, ...booleans] : booleans;
    for (const name of checked) this.#checkBoolean(name);
    this.#checkMemcacheSecurity();
    const { memcached_servers, manage_memcache_package } = this.parameters;
    const servers = this.#servers(memcached_servers);
    if (!isServiceDefault(servers) && manage_memcache_package === true) this.#installClient();
    declareOptions(this, findConfigType(this, this.title), authtokenParameters, {
      instead: { ...omitProjectOfSystemScope(this.parameters), memcached_servers: servers },
    });
  }

  #checkBoolean(name: (typeof booleans)[number] | 'check_revocations_for_cached'): void {
    const value = this.parameters[name];
    if (value === undefined || isServiceDefault(value) || typeof revealAll(value) === 'boolean') return;
    this.fail(`${name} must be true or false, not '${String(value)}'`);
  }

  #checkMemcacheSecurity(): void {
    const { memcache_security_strategy: strategy, memcache_secret_key: key } = this.parameters;
    if (isServiceDefault(strategy)) return;
    const newton = compareReleases(this.release, 'ocata') < 0;
    const known = newton ? ['MAC', 'ENCRYPT'] : ['none', 'mac', 'encrypt'];
    const word = newton ? String(strategy) : String(strategy).toLowerCase();
    if (!known.includes(word)) {
      this.fail(`memcache_security_strategy can be set only to ${newton ? '' : 'None, '}MAC or ENCRYPT`);
    }
    if (word !== 'none' && isServiceDefault(key)) {
      this.fail(
        'memcache_secret_key is required when memcache_security_strategy is set',
        'give memcache_secret_key',
      );
    }
  }

  #servers(given: unknown): unknown {
    if (isServiceDefault(given) || toArray(given).length === 0) return serviceDefault;
    if (compareReleases(this.release, 'train') < 0) return joinAny(given);
    return joinAny(
      inet6Prefix(derive(given, (clear) => (typeof clear === 'string' ? clear.split(',') : clear))),
    );
  }

  #installClient(): void {
    // Newton's module uses keystone::params without including it: the name is only defined if another class did.
    const params = this.release === 'newton' ? this.find(Params) : this.include(Params);
    ensurePackage(this, 'python-memcache', {
      ensure: 'present',
      name: params?.memcachePackage,
      tag: ['openstack'],
    });
  }
}
