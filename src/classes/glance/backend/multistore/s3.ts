import { boolean, definedType, parameter } from '../../../../catalog/index.js';
import { GlanceApiConfig, GlanceCacheConfig } from '../../../../resources/index.js';
import { ensurePackage } from '../../../ensure-package.js';
import { servicePackageTags } from '../../../openstack-service/declare-daemon.js';
import { declareOptions, literalSecret, option, scalarString } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import { Params } from '../../params.js';
import { glancePlatform } from '../../platform.js';
import { storeParameters } from '../store.js';

export const s3Options = {
  s3_store_host: option('s3_store_host', 'Address of the S3 server.', { required: true }),
  s3_store_access_key: option('s3_store_access_key', 'Access key.', {
    required: true,
    ...literalSecret,
  }),
  s3_store_secret_key: option('s3_store_secret_key', 'Secret key.', {
    required: true,
    ...literalSecret,
  }),
  s3_store_bucket: option('s3_store_bucket', 'Bucket of the images.', { required: true }),
  s3_store_create_bucket_on_put: option(
    's3_store_create_bucket_on_put',
    'Whether a missing bucket is created.',
  ),
  s3_store_bucket_url_format: option(
    's3_store_bucket_url_format',
    "Addressing style of buckets: 'auto', 'virtual', 'path'.",
  ),
  s3_store_large_object_size: option(
    's3_store_large_object_size',
    'Size from which images are uploaded in parts, in MB.',
  ),
  s3_store_large_object_chunk_size: option('s3_store_large_object_chunk_size', 'Size of those parts, in MB.'),
  s3_store_thread_pools: option('s3_store_thread_pools', 'Threads that upload the parts of an image.'),
} as const;

/** A store in a bucket of S3. */
export class S3 extends definedType(
  'glance::backend::multistore::s3',
  {
    ...s3Options,
    ...storeParameters,
    manage_packages: parameter(boolean, "Whether S3's Python client is installed.", { default: true }),
    package_ensure: parameter(scalarString, 'State or version of that package.', { default: 'present' }),
  },
  { doc: "A store in a bucket of S3. Its title is the store's name in enabled_backends.", since: 'yoga' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    const section = this.title;
    if (this.parameters.manage_packages) {
      ensurePackage(this, 'python-boto3', {
        ensure: this.parameters.package_ensure,
        name: glancePlatform(this.facts, this.release)?.botoPackage,
        tag: servicePackageTags('glance'),
      });
    }
    const { store_description, weight } = storeParameters;
    declareOptions(this, GlanceApiConfig, { ...s3Options, weight, store_description }, { section });
    declareOptions(this, GlanceCacheConfig, { ...s3Options, weight }, { section });
  }
}
