import {
  defaultWorkers,
  type OptionValue,
  option,
  perRelease,
  serviceDefault,
} from '../../../shared/index.js';

const tls = {
  until: 'xena',
  obsolete: 'the API no longer supports TLS: use a proxy in front of it',
} as const;
const version = {
  since: 'ocata',
  until: 'ussuri',
  obsolete: 'version 2 of the API is the only one',
} as const;

/** The server of the API: options of glance-api.conf. */
export const serverOptions = {
  bind_host: option('DEFAULT/bind_host', 'Address that the API listens on.'),
  bind_port: option('DEFAULT/bind_port', 'Port that the API listens on.', {
    default: perRelease({ newton: '9292', '2023.1': serviceDefault }),
  }),
  backlog: option('DEFAULT/backlog', 'Maximum number of connections waiting to be accepted.'),
  workers: option('DEFAULT/workers', 'Worker processes.', { default: defaultWorkers }),
  public_endpoint: option('DEFAULT/public_endpoint', 'Base URL in responses, if the API is behind a proxy.', {
    since: 'zed',
  }),
  limit_param_default: option('DEFAULT/limit_param_default', 'Default number of items in a listing.'),
  api_limit_max: option('DEFAULT/api_limit_max', 'Maximum number of items in a listing.'),
  show_image_direct_url: option(
    'DEFAULT/show_image_direct_url',
    'Whether responses contain the location of an image in the store.',
  ),
  show_multiple_locations: option(
    'DEFAULT/show_multiple_locations',
    'Whether responses contain all locations of an image.',
    {
      default: perRelease<OptionValue | undefined>({
        newton: serviceDefault,
        ussuri: undefined,
        wallaby: serviceDefault,
      }),
      deprecated: { since: 'ussuri', hint: 'it exposes the stores: control access to locations by policy' },
    },
  ),
  location_strategy: option('DEFAULT/location_strategy', "Order in which an image's locations are tried.", {
    until: '2024.1',
    deprecated: { since: '2024.1', hint: 'set the weights of the stores' },
    obsolete: 'set the weights of the stores',
  }),
  enforce_secure_rbac: option(
    'DEFAULT/enforce_secure_rbac',
    'Whether the common personas determine access.',
    {
      since: 'wallaby',
    },
  ),
  cert_file: option('DEFAULT/cert_file', 'Certificate of the API.', tls),
  key_file: option('DEFAULT/key_file', 'Private key of the API.', tls),
  ca_file: option('DEFAULT/ca_file', "Certificate authority that verifies clients' certificates.", tls),
  enable_v1_api: option('DEFAULT/enable_v1_api', 'Whether version 1 of the API is served.', {
    ...version,
    default: perRelease<string | boolean>({ ocata: serviceDefault, queens: false }),
  }),
  enable_v2_api: option('DEFAULT/enable_v2_api', 'Whether version 2 of the API is served.', version),
  paste_deploy_config_file: option('paste_deploy/config_file', 'The paste configuration.', { since: 'zed' }),
} as const;
