import { boolean, definedType, parameter } from '../../../../catalog/index.js';
import { isReleaseBetween } from '../../../../data/releases.js';
import { GlanceApiConfig, GlanceCacheConfig, Package } from '../../../../resources/index.js';
import { ensurePackage } from '../../../ensure-package.js';
import { declareOptions, option, scalarString } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import { Params } from '../../params.js';
import { glancePlatform } from '../../platform.js';
import { storeParameters, writesDescription } from '../store.js';

export const rbdOptions = {
  rbd_store_ceph_conf: option('rbd_store_ceph_conf', "Ceph's configuration."),
  rbd_store_user: option('rbd_store_user', "Ceph's user."),
  rbd_store_pool: option('rbd_store_pool', 'Pool of the images.'),
  rbd_store_chunk_size: option(
    'rbd_store_chunk_size',
    'Size of the objects that an image is split into, in MiB.',
  ),
  rbd_thin_provisioning: option('rbd_thin_provisioning', 'Whether blocks of zeros are not written.', {
    since: 'victoria',
  }),
  rados_connect_timeout: option(
    'rados_connect_timeout',
    'Seconds to wait for the cluster; 0 for the default of librados.',
  ),
} as const;

export const rbdPackageParameters = {
  manage_packages: parameter(boolean, "Whether Ceph's Python binding is installed.", { default: true }),
  package_ensure: parameter(scalarString, 'State or version of that package.', { default: 'present' }),
} as const;

/** A store in a pool of Ceph's block devices. */
export class Rbd extends definedType(
  'glance::backend::multistore::rbd',
  { ...rbdOptions, ...rbdPackageParameters, ...storeParameters },
  { doc: "A store in a pool of Ceph. Its title is the store's name in enabled_backends.", since: 'train' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    const section = this.title;
    const { store_description, weight } = storeParameters;
    declareOptions(this, GlanceApiConfig, { ...rbdOptions, weight }, { section });
    if (writesDescription(this)) declareOptions(this, GlanceApiConfig, { store_description }, { section });
    if (isReleaseBetween(this.release, '2023.2', undefined)) {
      declareOptions(this, GlanceCacheConfig, { ...rbdOptions, weight }, { section });
    }
    if (!this.parameters.manage_packages) return;
    const name = glancePlatform(this.facts, this.release)?.cephPackage;
    const ensure = this.parameters.package_ensure;
    if (isReleaseBetween(this.release, 'yoga', undefined)) {
      ensurePackage(this, 'python-ceph', { ensure, name, tag: ['openstack', 'glance-support-package'] });
    } else this.ensureResource(Package, 'python-ceph', { ensure, name, tag: 'glance-support-package' });
  }
}
