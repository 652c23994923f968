import { classType, parameter } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { GlanceApiConfig, GlanceGlareConfig } from '../../../resources/index.js';
import {
  declareOptions,
  isServiceDefault,
  isSet,
  literalSecret,
  option,
  optionValue,
} from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Vsphere as VsphereStore } from './multistore/vsphere.js';
import { declareDefaultStore, multistoreHint, singleStoreParameters, supportsMultistore } from './store.js';

const options = {
  vcenter_insecure: option('vmware_insecure', "Whether the server's certificate is not verified.", {
    default: 'True',
  }),
  vcenter_ca_file: option(
    'vmware_ca_file',
    "Certificate authority of the server's certificate, which is then always verified.",
  ),
  vcenter_host: option('vmware_server_host', 'Address of vCenter or ESXi.', { required: true }),
  vcenter_user: option('vmware_server_username', 'User name for this server.', { required: true }),
  vcenter_password: option('vmware_server_password', 'Password of that user.', {
    required: true,
    ...literalSecret,
    secret: 'queens',
  }),
  vcenter_image_dir: option('vmware_store_image_dir', 'Directory of the images in the datastore.', {
    required: true,
  }),
  vcenter_task_poll_interval: option('vmware_task_poll_interval', 'Seconds between two polls of a task.'),
  vcenter_api_retry_count: option('vmware_api_retry_count', 'Number of retries of a failed request.'),
  vcenter_datastores: option(
    'vmware_datastores',
    'Datastores of the images, each as datacenter:datastore:weight.',
  ),
} as const;

const older = (doc: string, hint: string) =>
  parameter(optionValue, doc, { until: 'queens', deprecated: { hint }, obsolete: hint });

/** Images in VMware's datastores, as the only store of the API. */
export class Vsphere extends classType(
  'glance::backend::vsphere',
  {
    ...options,
    ...singleStoreParameters,
    vcenter_datacenter: older('Datacenter of the datastore, if there is only one.', 'use vcenter_datastores'),
    vcenter_datastore: older('The datastore, if there is only one.', 'use vcenter_datastores'),
    vcenter_api_insecure: parameter(optionValue, "Whether the server's certificate is not verified.", {
      until: 'queens',
      became: { name: 'vcenter_insecure' },
      deprecated: { hint: 'use vcenter_insecure' },
    }),
  },
  { doc: "Images in VMware's datastores.", until: '2024.2' },
) {
  override declare(): void {
    this.include(Deps);
    if (supportsMultistore(this)) this.#store();
    else this.#singleStore();
    declareDefaultStore(this, 'vsphere');
  }

  #store(): void {
    this.warn(multistoreHint('vsphere'));
    const own: Readonly<Record<string, unknown>> = this.parameters;
    const values = Object.entries(options).map(([name, { option: setting }]) => [setting, own[name]]);
    new VsphereStore(this, 'glance_store', Object.fromEntries(values));
  }

  #singleStore(): void {
    const { vcenter_datacenter, vcenter_datastore, vcenter_datastores, vcenter_api_insecure } =
      this.parameters;
    const one = isSet(vcenter_datacenter) && isSet(vcenter_datastore);
    if (!one && isServiceDefault(vcenter_datastores) && isReleaseBetween(this.release, undefined, 'queens')) {
      this.fail('no datastore is given', 'set vcenter_datastores');
    }
    const instead = {
      ...(one ? { vcenter_datastores: `${String(vcenter_datacenter)}:${String(vcenter_datastore)}` } : {}),
      ...(isSet(vcenter_api_insecure) ? { vcenter_insecure: vcenter_api_insecure } : {}),
    };
    const types = this.parameters.glare_enabled ? [GlanceApiConfig, GlanceGlareConfig] : [GlanceApiConfig];
    for (const type of types) declareOptions(this, type, options, { section: 'glance_store', instead });
  }
}
