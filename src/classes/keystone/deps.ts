import { compareReleases } from '../../data/releases.js';
import {
  Exec,
  File,
  KeystoneConfig,
  KeystoneDomain,
  KeystoneEndpoint,
  KeystonePasteIni,
  KeystoneRole,
  KeystoneService,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
  KeystoneUwsgiConfig,
  Package,
} from '../../resources/index.js';
import { createDeps } from '../openstack-service/create-deps.js';
import { type ConfigurationResources, findAnchor } from '../openstack-service/declare-order.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';

/** The resources of Keystone's configuration. */
const configuration: readonly ConfigurationResources[] = [
  { type: KeystoneConfig },
  { type: KeystonePasteIni, until: 'rocky' },
  { type: KeystoneUwsgiConfig, since: 'xena' },
  { type: openstacklib.policy.Base, until: 'victoria' },
  { type: openstacklib.Policy, since: 'wallaby' },
];

const anchor = (phase: Parameters<typeof findAnchor>[1]) => findAnchor('keystone', phase);

/** Types of resources in Keystone, which need its running service. */
const inKeystone = [
  KeystoneDomain,
  KeystoneEndpoint,
  KeystoneRole,
  KeystoneService,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
] as const;

/** `keystone::deps`: the order of Keystone's resources. Other modules refer to its anchors. */
export class Deps extends createDeps({ name: 'keystone', title: 'Keystone' }, configuration) {
  override declare(): void {
    super.declare();
    this.chain(this.collect(oslo.Cache)).before(anchor('service::begin'));
    this.chain(this.collect(oslo.Db)).before(anchor('dbsync::begin'));

    // Resources after the service need the openstack command.
    this.chain(this.collect(Package, { tag: 'openstack' })).notify(anchor('service::end'));
    for (const type of inKeystone) this.chain(anchor('service::end')).before(this.collect(type));
    if (compareReleases(this.release, 'wallaby') >= 0) this.#bootstrap();
  }

  #bootstrap(): void {
    // The package contains a site that the Apache module purges: the reverse order would change it in each run.
    for (const directory of ['sites-enabled', 'sites-available']) {
      this.chain(this.collect(Package, { tag: 'keystone-package' })).before(
        this.collect(File, { title: `/etc/apache2/${directory}` }),
      );
    }
    const bootstrap = this.collect(Exec, { title: 'keystone bootstrap' });
    this.chain(this.collect(Exec, { title: 'keystone-manage fernet_setup' })).before(bootstrap);
    this.chain(this.collect(File, { tag: 'keystone-fernet-key' })).before(bootstrap);
  }
}
