import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  integer,
  matching,
  oneOf,
  parameter,
  string,
} from '../../catalog/index.js';

const source = matching(
  /^[^\s#!;%\p{C}][^\s\p{C}]{0,255}( [^\p{C}#!;%]{1,1000})?$/u,
  "a host, optionally followed by a space and options: 'ntp.example iburst'",
);

/** Parameters of clients and servers. */
export const clientParameters = {
  servers: parameter(
    arrayOf(source),
    "Time servers, each optionally followed by its options. @default none; without pools, the distribution's pool",
    { default: [] },
  ),
  pools: parameter(arrayOf(source), 'Names that resolve to several time servers.', { default: [] }),
  package_ensure: parameter(string, "The package's state.", { default: 'installed' }),
  service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
  service_ensure: parameter(oneOf('running', 'stopped'), 'Whether the service runs.', { default: 'running' }),
  config: parameter(absolutePath, "The configuration file. @default the platform's own"),
  makestep_seconds: parameter(integer({ min: 0 }), 'Offset in seconds from which the clock is stepped.', {
    default: 1,
  }),
  makestep_updates: parameter(
    integer({ min: -1 }),
    'Number of initial updates in which the clock may be stepped; -1 for all.',
    {
      default: 3,
    },
  ),
} as const;

/** Parameters of servers. */
export const parameters = {
  ...clientParameters,
  allow: parameter(
    arrayOf(matching(/^[\w.:/-]+$/, "a network such as 192.168.70.0/24, or 'all'")),
    "Networks whose hosts may query this server; 'all' for all networks.",
    { default: [] },
  ),
  local_stratum: parameter(
    anyOf(oneOf('absent'), integer({ min: 1, max: 15 })),
    "Stratum to report without reachable time servers; 'absent' for none.",
    { default: 'absent' },
  ),
} as const;
