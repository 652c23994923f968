import { createOptionsDefinedType, joinAny, option } from '../shared/index.js';

/** `oslo::healthcheck`: the options of the health check middleware. */
export class Healthcheck extends createOptionsDefinedType(
  'oslo::healthcheck',
  {
    detailed: option(
      'healthcheck/detailed',
      'Whether responses contain details of the host; only for private networks.',
    ),
    backends: option('healthcheck/backends', 'Names of the checks.', {
      write: (value) => joinAny(value),
    }),
    disable_by_file_path: option(
      'healthcheck/disable_by_file_path',
      'While this file exists, the service reports itself as unavailable.',
    ),
    disable_by_file_paths: option(
      'healthcheck/disable_by_file_paths',
      'The same for individual ports, each as `port:path`.',
      { write: (value) => joinAny(value) },
    ),
    enable_by_file_paths: option(
      'healthcheck/enable_by_file_paths',
      'While these files exist, the service reports itself as available on their ports, each as `port:path`.',
      { since: '2024.2', write: (value) => joinAny(value) },
    ),
    allowed_source_ranges: option('healthcheck/allowed_source_ranges', 'Networks that can query it.', {
      since: '2024.1',
      write: (value) => joinAny(value),
    }),
    ignore_proxied_requests: option(
      'healthcheck/ignore_proxied_requests',
      'Whether proxied requests are ignored.',
      { since: '2024.1' },
    ),
  },
  { doc: 'The health check at /healthcheck (oslo.middleware), for load balancers.', since: 'stein' },
) {}
