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
  "a host, and after a space its options: 'ntp.example iburst'",
);

/** What a client of time servers takes, and a server too. */
export const clientParameters = {
  servers: parameter(
    arrayOf(source),
    "Time servers, each with its options after a space. @default none; where there are no pools either, the distribution's pool",
    { default: [] },
  ),
  pools: parameter(arrayOf(source), 'Names behind which there are several time servers.', { default: [] }),
  package_ensure: parameter(string, "The package's state.", { default: 'installed' }),
  service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
  service_ensure: parameter(oneOf('running', 'stopped'), 'Whether it runs.', { default: 'running' }),
  config: parameter(absolutePath, "The file of settings. @default the platform's own"),
  makestep_seconds: parameter(integer({ min: 0 }), 'A clock that is so many seconds off is set at once.', {
    default: 1,
  }),
  makestep_updates: parameter(integer({ min: -1 }), 'In how many of the first updates; -1 for all.', {
    default: 3,
  }),
} as const;

/** What a time server takes. */
export const parameters = {
  ...clientParameters,
  allow: parameter(
    arrayOf(matching(/^[\w.:/-]+$/, "a network such as 192.168.70.0/24, or 'all'")),
    "Networks whose hosts may ask this one for the time; 'all' for every one.",
    { default: [] },
  ),
  local_stratum: parameter(
    anyOf(oneOf('absent'), integer({ min: 1, max: 15 })),
    "How far from a clock it says to be where it has lost all time servers; 'absent': it then says nothing.",
    { default: 'absent' },
  ),
} as const;
