import { classType } from '../../catalog/index.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';
import {
  Anchor,
  File,
  FileLine,
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceApiUwsgiConfig,
  GlanceCacheConfig,
  GlanceGlareConfig,
  GlanceGlarePasteIni,
  GlanceImage,
  GlanceImageImportConfig,
  GlancePropertyProtectionsConfig,
  GlanceRegistryConfig,
  GlanceRegistryPasteIni,
  GlanceRootwrapConfig,
  GlanceSwiftConfig,
  Package,
  Service,
} from '../../resources/index.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';

/**
 * Types whose resources are applied between `glance::config::begin` and `glance::config::end`, with their releases. A
 * change restarts the services, unless it is `quiet`: files that only command-line tools, or only one service, read.
 */
const configured: readonly {
  readonly type: { readonly definition: { readonly name: string } };
  readonly tag?: string;
  readonly since?: Release;
  readonly until?: Release;
  readonly quietSince?: Release;
}[] = [
  { type: GlanceApiConfig },
  { type: openstacklib.Policy, tag: 'glance', since: 'yoga', until: 'yoga' },
  { type: openstacklib.Policy, since: 'zed', until: 'zed' },
  { type: openstacklib.Policy, tag: 'glance', since: '2023.1', until: '2023.2', quietSince: '2023.2' },
  { type: GlanceApiUwsgiConfig, since: 'xena', quietSince: '2024.1' },
  { type: GlanceApiPasteIni, quietSince: '2024.1' },
  { type: GlanceCacheConfig, quietSince: '2023.2' },
  { type: GlanceGlareConfig, until: 'pike' },
  { type: GlanceGlarePasteIni, until: 'pike' },
  { type: GlanceRegistryConfig, until: 'victoria' },
  { type: GlanceRegistryPasteIni, until: 'victoria' },
  { type: GlanceImageImportConfig, since: 'queens' },
  { type: GlanceSwiftConfig },
  { type: GlanceRootwrapConfig, since: 'zed' },
  { type: GlancePropertyProtectionsConfig, since: '2024.1' },
  { type: File, tag: 'glance-config-file', until: 'xena' },
  { type: FileLine, tag: 'glance-file-line', until: 'xena' },
];

const anchor = (name: string) => Anchor.ref(`glance::${name}`);

/**
 * The order of Glance's resources: packages, configuration, database, schema, services. Other modules refer to its
 * anchors.
 */
export class Deps extends classType(
  'glance::deps',
  {},
  { doc: 'The order of installing, configuring and starting Glance, as anchors for other modules.' },
) {
  override declare(): void {
    for (const phase of ['install', 'config', 'db', 'dbsync', 'service']) {
      new Anchor(this, `glance::${phase}::begin`);
      new Anchor(this, `glance::${phase}::end`);
    }
    this.chain(anchor('install::begin'))
      .before(this.collect(Package, { tag: 'glance-package' }))
      .notify(anchor('install::end'))
      .before(anchor('config::begin'));
    this.#configuration();
    this.chain(anchor('config::end'))
      .before(anchor('db::begin'))
      .before(anchor('db::end'))
      .notify(anchor('dbsync::begin'))
      .before(anchor('dbsync::end'))
      .notify(anchor('service::begin'))
      .notify(this.collect(Service, { tag: 'glance-service' }))
      .notify(anchor('service::end'));

    // Support packages are not in the main chain: a change of them restarts no service.
    this.chain(anchor('install::begin'))
      .before(this.collect(Package, { tag: 'glance-support-package' }))
      .before(anchor('install::end'));
    this.chain(anchor('service::end')).before(this.collect(GlanceImage));
    this.chain(anchor('install::end')).notify(anchor('service::begin'));
    this.chain(anchor('config::end')).notify(anchor('service::begin'));

    if (isReleaseBetween(this.release, 'ocata', '2023.2')) {
      this.chain(this.collect(oslo.Db)).before(anchor('dbsync::begin'));
    }
    if (isReleaseBetween(this.release, '2023.2', '2023.2')) {
      this.chain(this.collect(Package, { tag: 'openstack' })).notify(anchor('service::end'));
    } else if (isReleaseBetween(this.release, '2024.1', undefined)) {
      this.chain(this.collect(Package, { tag: 'openstackclient' })).before(anchor('service::end'));
    }
  }

  #configuration(): void {
    for (const { type, tag, since, until, quietSince } of configured) {
      if (!isReleaseBetween(this.release, since, until)) continue;
      const found = this.collect(type, tag === undefined ? undefined : { tag });
      const chain = this.chain(anchor('config::begin')).before(found);
      const quiet = quietSince !== undefined && isReleaseBetween(this.release, quietSince, undefined);
      if (quiet) chain.before(anchor('config::end'));
      else chain.notify(anchor('config::end'));
    }
    if (isReleaseBetween(this.release, undefined, 'xena')) {
      this.chain(this.collect(File, { tag: 'glance-config-file' })).before(
        this.collect(FileLine, { tag: 'glance-file-line' }),
      );
    }
  }
}
