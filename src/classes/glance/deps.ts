import { isReleaseBetween } from '../../data/releases.js';
import {
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
} from '../../resources/index.js';
import { createDeps } from '../openstack-service/create-deps.js';
import { type ConfigurationResources, findAnchor } from '../openstack-service/declare-order.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';

/** The resources of Glance's configuration. Files that only tools, or only one service, read restart no others. */
const configuration: readonly ConfigurationResources[] = [
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

const anchor = (phase: Parameters<typeof findAnchor>[1]) => findAnchor('glance', phase);

/**
 * The order of Glance's resources: packages, configuration, database, schema, services. Other modules refer to its
 * anchors.
 */
export class Deps extends createDeps({ name: 'glance', title: 'Glance' }, configuration) {
  override declare(): void {
    super.declare();
    this.#orderFiles();
    this.chain(anchor('service::end')).before(this.collect(GlanceImage));

    if (isReleaseBetween(this.release, 'ocata', '2023.2')) {
      this.chain(this.collect(oslo.Db)).before(anchor('dbsync::begin'));
    }
    if (isReleaseBetween(this.release, '2023.2', '2023.2')) {
      this.chain(this.collect(Package, { tag: 'openstack' })).notify(anchor('service::end'));
    } else if (isReleaseBetween(this.release, '2024.1', undefined)) {
      this.chain(this.collect(Package, { tag: 'openstackclient' })).before(anchor('service::end'));
    }
  }

  #orderFiles(): void {
    if (isReleaseBetween(this.release, undefined, 'xena')) {
      this.chain(this.collect(File, { tag: 'glance-config-file' })).before(
        this.collect(FileLine, { tag: 'glance-file-line' }),
      );
    }
  }
}
