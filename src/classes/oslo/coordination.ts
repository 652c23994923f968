import { anything, boolean, definedType, parameter } from '../../catalog/index.js';
import { reveal } from '../../secrets/secret.js';
import { ensurePackage } from '../ensure-package.js';
import { declareOptions, findConfigType, isServiceDefault, option } from '../shared/index.js';
import { Params } from './params.js';

const table = {
  backend_url: option('coordination/backend_url', 'URL of the tooz backend.', {
    secret: '2023.1',
  }),
  manage_backend_package: parameter(boolean, "Whether the backend's client is installed.", { default: true }),
  package_ensure: parameter(anything, "The state of the client's package.", { default: 'present' }),
  manage_config: parameter(boolean, 'Whether the option is written.', { default: true }),
};

/** `oslo::coordination`: the option of tooz, and the package of its backend's client. */
export class Coordination extends definedType('oslo::coordination', table, {
  doc: 'Coordination between the instances of a service (tooz).',
  since: 'wallaby',
}) {
  override declare(): void {
    this.include(Params);
    const { backend_url, manage_backend_package, manage_config } = this.parameters;
    if (manage_backend_package === true && !isServiceDefault(backend_url))
      this.#installClient(String(reveal(backend_url)));
    if (manage_config === true) declareOptions(this, findConfigType(this, this.title), table);
  }

  #installClient(url: string): void {
    const { packages } = this.include(Params);
    const { package_ensure: ensure } = this.parameters;
    if (/^redis:\/\//.test(url))
      ensurePackage(this, 'python-redis', { name: packages.redis, ensure, tag: 'openstack' });
    else if (/^etcd3\+https?:\/\//.test(url))
      ensurePackage(this, 'python-etcd3gw', { name: packages.etcd3gw, ensure, tag: 'openstack' });
    else if (/^memcached:\/\//.test(url))
      ensurePackage(this, 'python-pymemcache', { name: packages.pymemcache, ensure, tag: 'openstack' });
    else if (/^etcd3:\/\//.test(url)) {
      this.warn('support for the etcd3 driver has been deprecated', 'use etcd3+http');
      if (packages.etcd3 === undefined) this.warn('this platform has no package python-etcd3');
      else ensurePackage(this, 'python-etcd3', { name: packages.etcd3, ensure, tag: 'openstack' });
    }
  }
}
