import { joinAny, option, optionsDefine } from '../tables/index.js';

/** `oslo::healthcheck`: the options of the health check middleware. */
export class Healthcheck extends optionsDefine(
  'oslo::healthcheck',
  {
    detailed: option('healthcheck/detailed', 'Answers tell more of the host; for private networks only.'),
    backends: option('healthcheck/backends', 'The checks that are made, by their names.', {
      write: (value) => joinAny(value),
    }),
    disable_by_file_path: option(
      'healthcheck/disable_by_file_path',
      'While this file exists, the service calls itself unwell.',
    ),
    disable_by_file_paths: option(
      'healthcheck/disable_by_file_paths',
      'The same by port: `port:path` for each.',
      { write: (value) => joinAny(value) },
    ),
    enable_by_file_paths: option(
      'healthcheck/enable_by_file_paths',
      'While these files exist, the service calls itself well: `port:path` for each.',
      { since: '2024.2', write: (value) => joinAny(value) },
    ),
    allowed_source_ranges: option('healthcheck/allowed_source_ranges', 'Networks that may ask.', {
      since: '2024.1',
      write: (value) => joinAny(value),
    }),
    ignore_proxied_requests: option(
      'healthcheck/ignore_proxied_requests',
      'Whether requests that came through a proxy get no answer.',
      { since: '2024.1' },
    ),
  },
  { doc: 'What load balancers are told at /healthcheck (oslo.middleware).', since: 'stein' },
) {}
