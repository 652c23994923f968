import { classType, parameter } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { isServiceDefault, literalSecret, option, optionValue } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { S3 as S3Store } from './multistore/s3.js';
import { declareDefaultStore, declareSingleStore, multistoreHint, singleStoreParameters } from './store.js';

const options = {
  access_key: option('s3_store_access_key', 'Access key.', {
    required: true,
    ...literalSecret,
    secret: 'queens',
  }),
  secret_key: option('s3_store_secret_key', 'Secret key.', {
    required: true,
    ...literalSecret,
    secret: 'queens',
  }),
  host: option('s3_store_host', 'Address of the S3 server.', { required: true }),
  bucket: option('s3_store_bucket', 'Bucket of the images.', { required: true }),
  bucket_url_format: option(
    's3_store_bucket_url_format',
    "Addressing style of buckets: 'subdomain' or 'path'.",
  ),
  create_bucket_on_put: option('s3_store_create_bucket_on_put', 'Whether a missing bucket is created.'),
  large_object_size: option(
    's3_store_large_object_size',
    'Size from which images are uploaded in parts, in MB.',
  ),
  large_object_chunk_size: option(
    's3_store_large_object_chunk_size',
    'Size of those parts, in MB: at least 5.',
  ),
  thread_pools: option('s3_store_thread_pools', 'Threads that upload the parts of an image.'),
  object_buffer_dir: option('s3_store_object_buffer_dir', 'Directory of the upload buffer.', {
    until: 'xena',
    obsolete: 'uploads are buffered in memory',
  }),
} as const;

/** Images in a bucket of S3, as the only store of the API. */
export class S3 extends classType(
  'glance::backend::s3',
  {
    ...options,
    ...singleStoreParameters,
    default_store: parameter(optionValue, 'It has no effect: use the parameter of glance::api.', {
      until: 'queens',
      deprecated: { hint: 'use glance::api::default_store' },
      obsolete: 'it had no effect',
    }),
  },
  { doc: 'Images in a bucket of S3.' },
) {
  override declare(): void {
    this.include(Deps);
    if (isReleaseBetween(this.release, 'train', 'xena')) {
      this.warn(`Glance ${this.release} does not support S3: the class has no effect`, 'use another store');
      return;
    }
    // Puppet removed the class after Xena; it is translated to the defined type.
    if (isReleaseBetween(this.release, 'yoga', undefined)) this.#store();
    else {
      this.#check();
      declareSingleStore(this, options);
    }
    declareDefaultStore(this, 's3');
  }

  #store(): void {
    this.warn(multistoreHint('s3'));
    const { object_buffer_dir: _, ...kept } = options;
    const own: Readonly<Record<string, unknown>> = this.parameters;
    const values = Object.entries(kept).map(([name, { option: setting }]) => [setting, own[name]]);
    new S3Store(this, 'glance_store', Object.fromEntries(values));
  }

  #check(): void {
    const { large_object_chunk_size: size, bucket_url_format: format } = this.parameters;
    if (!isServiceDefault(size) && !(Number.isInteger(Number(size)) && Number(size) >= 5)) {
      this.fail(
        `large_object_chunk_size must be an integer of at least 5, not '${String(size)}'`,
        'S3 takes no smaller parts',
      );
    }
    if (!isServiceDefault(format) && format !== 'subdomain' && format !== 'path') {
      this.fail(`bucket_url_format must be 'subdomain' or 'path', not '${String(format)}'`);
    }
  }
}
