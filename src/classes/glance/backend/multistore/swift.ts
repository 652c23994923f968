import { definedType } from '../../../../catalog/index.js';
import { isReleaseBetween } from '../../../../data/releases.js';
import {
  Anchor,
  GlanceApiConfig,
  GlanceCacheConfig,
  GlanceSwiftConfig,
} from '../../../../resources/index.js';
import { declareOptions, isSet, option, perRelease, toConfigParserLiteral } from '../../../shared/index.js';
import * as swift from '../../../swift/index.js';
import { Deps } from '../../deps.js';
import { storeParameters, writesDescription } from '../store.js';

/** The file that contains the accounts. */
export const swiftConfigFile = '/etc/glance/glance-swift.conf';

export const swiftOptions = {
  swift_store_region: option('swift_store_region', "Swift's region."),
  swift_store_container: option('swift_store_container', 'Container of the images.'),
  swift_store_create_container_on_put: option(
    'swift_store_create_container_on_put',
    'Whether a missing container is created.',
  ),
  swift_store_large_object_size: option(
    'swift_store_large_object_size',
    'Size from which images are split, in MB.',
  ),
  swift_store_large_object_chunk_size: option(
    'swift_store_large_object_chunk_size',
    'Size of the parts, in MB.',
  ),
  swift_store_endpoint_type: option('swift_store_endpoint_type', "The type of Swift's endpoint to use.", {
    default: 'internalURL',
  }),
  default_swift_reference: option('default_swift_reference', 'The account for new images.', {
    default: 'ref1',
  }),
} as const;

export const swiftTransfers = {
  swift_store_service_type: option('swift_store_service_type', "Swift's type in Keystone's catalog.", {
    since: 'xena',
  }),
  swift_buffer_on_upload: option(
    'swift_buffer_on_upload',
    'Whether parts are buffered on disk before they are uploaded.',
  ),
  swift_upload_buffer_dir: option('swift_upload_buffer_dir', 'Directory of that buffer.'),
  swift_store_retry_get_count: option(
    'swift_store_retry_get_count',
    'Number of retries of an interrupted download.',
    {
      since: 'yoga',
    },
  ),
} as const;

/** Options of glance-swift.conf, in the section of the account. */
export const swiftAccount = {
  swift_store_user: option('user', 'The account, as project:user.', { required: true }),
  swift_store_key: option('key', "The account's password.", {
    required: true,
    secret: 'train',
    write: toConfigParserLiteral,
  }),
  swift_store_auth_address: option('auth_address', 'URL of Keystone for the account.', {
    default: perRelease({ newton: 'http://127.0.0.1:5000/v2.0/', stein: 'http://127.0.0.1:5000/v3/' }),
  }),
  swift_store_auth_version: option('auth_version', "Version of Keystone's API.", {
    default: perRelease({ newton: '2', wallaby: '3', '2025.2': '<SERVICE DEFAULT>' }),
  }),
  swift_store_auth_user_domain_id: option('user_domain_id', "The ID of the user's domain.", {
    default: perRelease({ newton: 'default', '2025.2': '<SERVICE DEFAULT>' }),
  }),
  swift_store_auth_project_domain_id: option('project_domain_id', "The ID of the project's domain.", {
    default: perRelease({ newton: 'default', '2025.2': '<SERVICE DEFAULT>' }),
  }),
  swift_store_auth_user_domain_name: option('user_domain_name', "The name of the user's domain.", {
    default: 'Default',
    since: '2025.2',
  }),
  swift_store_auth_project_domain_name: option('project_domain_name', "The name of the project's domain.", {
    default: 'Default',
    since: '2025.2',
  }),
} as const;

const fileOption = {
  swift_store_config_file: option('swift_store_config_file', 'The file that contains the accounts.', {
    default: swiftConfigFile,
    until: '2025.1',
    deprecated: { since: 'wallaby', hint: `remove it: the accounts are in ${swiftConfigFile}` },
    obsolete: `the accounts are in ${swiftConfigFile}`,
  }),
} as const;

/** A store in containers of Swift. */
export class Swift extends definedType(
  'glance::backend::multistore::swift',
  { ...swiftOptions, ...swiftTransfers, ...fileOption, ...swiftAccount, ...storeParameters },
  {
    doc: "A store in containers of Swift. Its title is the store's name in enabled_backends.",
    since: 'train',
  },
) {
  override declare(): void {
    this.include(Deps);
    this.include(swift.Client);
    this.chain(swift.Client.ref()).before(Anchor.ref('glance::install::end'));
    this.chain(Anchor.ref('swift::service::end')).before(Anchor.ref('glance::service::end'));

    const section = this.title;
    const { store_description, weight } = storeParameters;
    const types = isReleaseBetween(this.release, '2023.2', undefined)
      ? [GlanceApiConfig, GlanceCacheConfig]
      : [GlanceApiConfig];
    for (const type of types) {
      declareOptions(this, type, { ...swiftOptions, ...swiftTransfers, weight }, { section });
      const { swift_store_config_file: file } = this.parameters;
      new type(this, `${section}/swift_store_config_file`, { value: isSet(file) ? file : swiftConfigFile });
    }
    if (writesDescription(this)) declareOptions(this, GlanceApiConfig, { store_description }, { section });
    declareOptions(this, GlanceSwiftConfig, swiftAccount, {
      section: String(this.parameters.default_swift_reference),
    });
  }
}
