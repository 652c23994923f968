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
  },
  { doc: 'What load balancers are told at /healthcheck (oslo.middleware).', since: 'stein' },
) {}
