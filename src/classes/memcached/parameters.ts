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

/** Does not convert numbers to strings, so that a number is a number of megabytes. */
const share: ValueType<string> = {
  schema: { type: 'string', pattern: '^\\d+%$' },
  expected: "a percentage of the host's memory, such as 10%",
};

const port = integer({ min: 0, max: 65535 });

/** The parameters of both classes. */
export const parameters = {
  package_ensure: parameter(string, "The package's state.", { default: 'installed' }),
  service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
  service_ensure: parameter(oneOf('running', 'stopped'), 'Whether the service runs.', { default: 'running' }),
  service_restart: parameter(boolean, 'Whether it restarts if its configuration changes.', { default: true }),
  listen: parameter(arrayOf(matching(/^[\w.:%[\]-]+$/, 'an address')), 'Listen addresses.', {
    default: ['127.0.0.1'],
  }),
  tcp_port: parameter(port, 'TCP port.', { default: 11211 }),
  udp_port: parameter(port, 'UDP port; 0 to disable UDP.', { default: 0 }),
  max_memory: parameter(
    anyOf(integer({ min: 1 }), share),
    "Memory limit in megabytes, or as a percentage of the host's memory.",
    { default: 64 },
  ),
  max_connections: parameter(integer({ min: 1 }), 'Maximum number of simultaneous connections.', {
    default: 1024,
  }),
  max_item_size: parameter(matching(/^\d+[kKmM]?$/, 'a size such as 8m'), 'Maximum size of an item.', {
    default: '1m',
  }),
  processorcount: parameter(integer({ min: 1 }), 'Number of threads.', { default: 4 }),
  user: parameter(
    matching(/^[\w.][\w.-]*\$?$/, 'the name of a user'),
    "The user that it runs as. @default the package's user",
  ),
  verbosity: parameter(oneOf('', 'v', 'vv', 'vvv'), 'Verbosity of its log.', { default: '' }),
  extended_opts: parameter(arrayOf(matching(/^[\w.=:/-]+$/, 'an option')), 'Values of the switch -o.', {
    default: [],
  }),
} as const;
