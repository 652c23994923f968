import {
  anyOf,
  arrayOf,
  boolean,
  integer,
  matching,
  oneOf,
  parameter,
  string,
  type ValueType,
} from '../../catalog/index.js';

/** Written without the reading of numbers as text, so that a number stays one. */
const share: ValueType<string> = {
  schema: { type: 'string', pattern: '^\\d+%$' },
  expected: "a share of the host's memory, such as 10%",
};

const port = integer({ min: 0, max: 65535 });

/** What both names of the class take. */
export const parameters = {
  package_ensure: parameter(string, "The package's state.", { default: 'installed' }),
  service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
  service_ensure: parameter(oneOf('running', 'stopped'), 'Whether it runs.', { default: 'running' }),
  service_restart: parameter(boolean, 'Whether it restarts where its settings change.', { default: true }),
  listen: parameter(arrayOf(matching(/^[\w.:%[\]-]+$/, 'an address')), 'The addresses that it listens on.', {
    default: ['127.0.0.1'],
  }),
  tcp_port: parameter(port, 'Its port.', { default: 11211 }),
  udp_port: parameter(port, 'Its port for UDP; 0 for none.', { default: 0 }),
  max_memory: parameter(
    anyOf(integer({ min: 1 }), share),
    "Megabytes that it may fill, or a share of the host's memory.",
    { default: 64 },
  ),
  max_connections: parameter(integer({ min: 1 }), 'Clients at once.', { default: 1024 }),
  max_item_size: parameter(
    matching(/^\d+[kKmM]?$/, 'a size such as 8m'),
    'The largest thing that it keeps.',
    {
      default: '1m',
    },
  ),
  processorcount: parameter(integer({ min: 1 }), 'Its threads.', { default: 4 }),
  user: parameter(
    matching(/^[\w.][\w.-]*\$?$/, 'the name of a user'),
    "The user that it runs as. @default the package's own",
  ),
  verbosity: parameter(oneOf('', 'v', 'vv', 'vvv'), 'How much it writes into its log.', { default: '' }),
  extended_opts: parameter(arrayOf(matching(/^[\w.=:/-]+$/, 'an option')), 'Options of its switch -o.', {
    default: [],
  }),
} as const;
