import { definedType } from '../../../../catalog/index.js';
import { isReleaseBetween } from '../../../../data/releases.js';
import { GlanceApiConfig, GlanceCacheConfig } from '../../../../resources/index.js';
import { declareOptions, literalSecret, option } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import { storeParameters } from '../store.js';

const options = {
  vmware_insecure: option('vmware_insecure', "Whether the server's certificate is not verified.", {
    default: 'True',
  }),
  vmware_ca_file: option(
    'vmware_ca_file',
    "Certificate authority of the server's certificate, which is then always verified.",
  ),
  vmware_server_host: option('vmware_server_host', 'Address of vCenter or ESXi.', { required: true }),
  vmware_server_username: option('vmware_server_username', 'User name for this server.', { required: true }),
  vmware_server_password: option('vmware_server_password', 'Password of that user.', {
    required: true,
    ...literalSecret,
  }),
  vmware_store_image_dir: option('vmware_store_image_dir', 'Directory of the images in the datastore.', {
    required: true,
  }),
  vmware_task_poll_interval: option('vmware_task_poll_interval', 'Seconds between two polls of a task.'),
  vmware_api_retry_count: option('vmware_api_retry_count', 'Number of retries of a failed request.'),
  vmware_datastores: option(
    'vmware_datastores',
    'Datastores of the images, each as datacenter:datastore:weight.',
  ),
  ...storeParameters,
} as const;

/** A store in VMware's datastores. */
export class Vsphere extends definedType('glance::backend::multistore::vsphere', options, {
  doc: "A store in VMware's datastores. Its title is the store's name in enabled_backends.",
  since: 'train',
  until: '2024.2',
}) {
  override declare(): void {
    this.include(Deps);
    const section = this.title;
    declareOptions(this, GlanceApiConfig, options, { section });
    if (!isReleaseBetween(this.release, '2023.2', undefined)) return;
    const { store_description: _, ...forCache } = options;
    declareOptions(this, GlanceCacheConfig, forCache, { section });
  }
}
