import { classType } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import {
  Anchor,
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
  Service,
} from '../../resources/index.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';

const anchor = (name: string) => Anchor.ref(`keystone::${name}`);

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
export class Deps extends classType(
  'keystone::deps',
  {},
  {
    doc: 'The order of installing, configuring and starting Keystone, as anchors for other modules.',
  },
) {
  override declare(): void {
    for (const phase of ['install', 'config', 'db', 'dbsync', 'service']) {
      new Anchor(this, `keystone::${phase}::begin`);
      new Anchor(this, `keystone::${phase}::end`);
    }
    this.chain(anchor('install::begin'))
      .before(this.collect(Package, { tag: 'keystone-package' }))
      .notify(anchor('install::end'))
      .before(anchor('config::begin'))
      .before(this.collect(KeystoneConfig))
      .notify(anchor('config::end'))
      .before(anchor('db::begin'))
      .before(anchor('db::end'))
      .notify(anchor('dbsync::begin'))
      .before(anchor('dbsync::end'))
      .notify(anchor('service::begin'))
      .notify(this.collect(Service, { tag: 'keystone-service' }))
      .notify(anchor('service::end'));
    this.#configuration();
    this.chain(this.collect(oslo.Cache)).before(anchor('service::begin'));
    this.chain(this.collect(oslo.Db)).before(anchor('dbsync::begin'));

    // Support packages are not in the main chain: a change of them restarts no service.
    this.chain(anchor('install::begin'))
      .before(this.collect(Package, { tag: 'keystone-support-package' }))
      .before(anchor('install::end'));
    // Resources after the service need the openstack command.
    this.chain(this.collect(Package, { tag: 'openstack' })).notify(anchor('service::end'));
    for (const type of inKeystone) this.chain(anchor('service::end')).before(this.collect(type));
    this.chain(anchor('install::end')).notify(anchor('service::begin'));
    this.chain(anchor('config::end')).notify(anchor('service::begin'));
    if (compareReleases(this.release, 'wallaby') >= 0) this.#bootstrap();
  }

  #configuration(): void {
    const configured = (type: Parameters<typeof this.collect>[0]) =>
      this.chain(anchor('config::begin')).before(this.collect(type)).notify(anchor('config::end'));
    if (compareReleases(this.release, 'stein') < 0) configured(KeystonePasteIni);
    if (compareReleases(this.release, 'xena') >= 0) configured(KeystoneUwsgiConfig);
    configured(compareReleases(this.release, 'wallaby') < 0 ? openstacklib.policy.Base : openstacklib.Policy);
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
