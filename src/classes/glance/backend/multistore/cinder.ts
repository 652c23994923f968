import { definedType } from '../../../../catalog/index.js';
import { isReleaseBetween } from '../../../../data/releases.js';
import { GlanceApiConfig, GlanceCacheConfig } from '../../../../resources/index.js';
import { declareOptions, literalSecret, option, pick } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import { storeParameters, writesDescription } from '../store.js';

export const cinderOptions = {
  cinder_api_insecure: option('cinder_api_insecure', "Whether Cinder's certificate is not verified."),
  cinder_catalog_info: option('cinder_catalog_info', "Cinder in Keystone's catalog, as type:name:interface."),
  cinder_http_retries: option('cinder_http_retries', 'Number of retries of a failed request.'),
  cinder_endpoint_template: option(
    'cinder_endpoint_template',
    'Address of Cinder, instead of the one in the catalog.',
  ),
  cinder_ca_certificates_file: option(
    'cinder_ca_certificates_file',
    "Certificate authority of Cinder's certificate.",
  ),
} as const;

export const cinderAccount = {
  cinder_store_auth_address: option('cinder_store_auth_address', "URL of Keystone for the volumes' user.", {
    since: 'queens',
  }),
  cinder_store_project_name: option('cinder_store_project_name', 'Project of the volumes.', {
    since: 'queens',
  }),
  cinder_store_user_name: option('cinder_store_user_name', 'User who owns the volumes.', { since: 'queens' }),
  cinder_store_password: option('cinder_store_password', 'Password of that user.', {
    since: 'queens',
    ...literalSecret,
    secret: 'ussuri',
  }),
} as const;

export const cinderRegion = {
  cinder_os_region_name: option('cinder_os_region_name', "Keystone's region in which Cinder is looked up.", {
    default: 'RegionOne',
    since: 'ussuri',
  }),
} as const;

export const cinderVolumes = {
  cinder_store_user_domain_name: option('cinder_store_user_domain_name', 'Domain of that user.', {
    since: 'xena',
  }),
  cinder_store_project_domain_name: option('cinder_store_project_domain_name', 'Domain of that project.', {
    since: 'xena',
  }),
  cinder_volume_type: option('cinder_volume_type', 'Type of the volumes.', { since: 'wallaby' }),
  cinder_enforce_multipath: option(
    'cinder_enforce_multipath',
    'Whether a volume must be attached over several paths.',
  ),
  cinder_use_multipath: option('cinder_use_multipath', 'Whether volumes are attached over several paths.'),
  cinder_mount_point_base: option(
    'cinder_mount_point_base',
    'Directory that volumes on NFS are mounted below.',
  ),
  cinder_do_extend_attached: option(
    'cinder_do_extend_attached',
    'Whether volumes are extended while attached.',
    {
      since: '2023.1',
    },
  ),
} as const;

/** A store of volumes in Cinder. */
export class Cinder extends definedType(
  'glance::backend::multistore::cinder',
  { ...cinderOptions, ...cinderAccount, ...cinderRegion, ...cinderVolumes, ...storeParameters },
  { doc: "A store of volumes in Cinder. Its title is the store's name in enabled_backends.", since: 'train' },
) {
  override declare(): void {
    this.include(Deps);
    const section = this.title;
    const { store_description, weight } = storeParameters;
    // The API set the region of all Cinder stores until each store had its own.
    const region = this.parametersOf('glance::api')?.os_region_name;
    const instead = isReleaseBetween(this.release, 'ussuri', undefined)
      ? { cinder_os_region_name: pick(region, this.parameters.cinder_os_region_name) }
      : {};
    const options = { ...cinderOptions, ...cinderAccount, ...cinderRegion, ...cinderVolumes, weight };
    declareOptions(this, GlanceApiConfig, options, { section, instead });
    declareOptions(this, GlanceCacheConfig, options, { section, instead });
    if (writesDescription(this)) declareOptions(this, GlanceApiConfig, { store_description }, { section });
  }
}
