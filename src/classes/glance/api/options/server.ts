import { type OptionValue, option, perRelease, serviceDefault, workers } from '../../../tables/index.js';

const tls = { until: 'xena', obsolete: 'the API speaks TLS no more: put a proxy in front of it' } as const;
const version = {
  since: 'ocata',
  until: 'ussuri',
  obsolete: 'version 2 of the API is the only one',
} as const;

/** How the API listens and answers: options of glance-api.conf. */
export const serverOptions = {
  bind_host: option('DEFAULT/bind_host', 'Address that the API listens on.'),
  bind_port: option('DEFAULT/bind_port', 'Port that the API listens on.', {
    default: perRelease({ newton: '9292', '2023.1': serviceDefault }),
  }),
  backlog: option('DEFAULT/backlog', 'Connections that may wait to be accepted.'),
  workers: option('DEFAULT/workers', 'Worker processes.', { default: workers }),
  public_endpoint: option('DEFAULT/public_endpoint', 'Base of the addresses in answers, behind a proxy.', {
    since: 'zed',
  }),
  limit_param_default: option(
    'DEFAULT/limit_param_default',
    'Items of a listing, where the request does not say.',
  ),
  api_limit_max: option('DEFAULT/api_limit_max', 'Items of a listing at most.'),
  show_image_direct_url: option(
    'DEFAULT/show_image_direct_url',
    "Whether answers show an image's place in the store.",
  ),
  show_multiple_locations: option(
    'DEFAULT/show_multiple_locations',
    "Whether answers show all of an image's places.",
    {
      default: perRelease<OptionValue | undefined>({
        newton: serviceDefault,
        ussuri: undefined,
        wallaby: serviceDefault,
      }),
      deprecated: { since: 'ussuri', hint: 'it exposes the stores: let policy decide who sees locations' },
    },
  ),
  location_strategy: option('DEFAULT/location_strategy', "In which order an image's places are tried.", {
    until: '2024.1',
    deprecated: { since: '2024.1', hint: 'the order of stores is said by their weights' },
    obsolete: 'the order of stores is said by their weights',
  }),
  enforce_secure_rbac: option(
    'DEFAULT/enforce_secure_rbac',
    'Whether the common personas decide who may do what.',
    {
      since: 'wallaby',
    },
  ),
  cert_file: option('DEFAULT/cert_file', 'Certificate of the API.', tls),
  key_file: option('DEFAULT/key_file', 'Private key of the API.', tls),
  ca_file: option(
    'DEFAULT/ca_file',
    "Certificate authority that clients' certificates are held against.",
    tls,
  ),
  enable_v1_api: option('DEFAULT/enable_v1_api', 'Whether version 1 of the API is served.', {
    ...version,
    default: perRelease<string | boolean>({ ocata: serviceDefault, queens: false }),
  }),
  enable_v2_api: option('DEFAULT/enable_v2_api', 'Whether version 2 of the API is served.', version),
  paste_deploy_config_file: option('paste_deploy/config_file', 'The paste configuration.', { since: 'zed' }),
} as const;
