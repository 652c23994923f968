import {
  absolutePath,
  arrayOf,
  boolean,
  type DesiredOf,
  integer,
  matching,
  oneOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
} from '../../catalog/index.js';
import type { Change, Subject } from '../../engine/provider.js';
import { unsupportedAttributeTable } from './unsupported-attributes.js';

const ensure: ValueType<'running' | 'stopped' | boolean, 'running' | 'stopped'> = {
  schema: { type: 'string', enum: ['running', 'stopped'] },
  expected: "'running' or 'stopped'",
  munge: (value) =>
    value === true || value === 'true' ? 'running' : value === false || value === 'false' ? 'stopped' : value,
};

/** Whether a service starts at boot. */
export type Enable = boolean | 'manual' | 'mask' | 'delayed';

const enable: ValueType<Enable> = {
  schema: { enum: [true, false, 'manual', 'mask', 'delayed'] },
  expected: "true, false, 'manual', 'mask' or 'delayed'",
  munge: boolean.munge,
};

/** Cannot contain a shell expression, a path or an option; instances (`getty@tty1`) are names, too. */
export const serviceName = matching(/^[A-Za-z0-9_.:\\@][A-Za-z0-9_.:\\@+-]*$/, 'the name of a service');

/** The attributes of `service`, as Puppet names them. */
export const attributes = {
  name: title(
    'The name of the service: of a systemd unit, with or without .service, or of an init script.',
    serviceName,
  ),
  ensure: property(ensure, 'Whether it runs. A service that has failed counts as stopped.'),
  enable: property(
    enable,
    'Whether it starts at boot. mask: it cannot be started at all (systemd). manual and delayed are not supported: only Windows has them.',
  ),
  provider: parameter(
    oneOf('systemd', 'init'),
    "The service manager; by default, that of the fact 'service_provider'.",
  ),
  hasstatus: parameter(
    boolean,
    'Whether the init script supports status. If not, the process table is searched for pattern.',
    { default: true },
  ),
  hasrestart: parameter(
    boolean,
    'Whether the init script supports restart. If not, the service is stopped and started.',
    { default: false },
  ),
  pattern: parameter(
    string,
    "A regular expression that matches the command line of the service's process, if hasstatus is false. @default the name of the service",
  ),
  start: parameter(string, 'A shell command that starts the service.', { text: 'lines' }),
  stop: parameter(string, 'A shell command that stops the service.', { text: 'lines' }),
  restart: parameter(string, 'A shell command that restarts the service.', { text: 'lines' }),
  status: parameter(string, 'A shell command that ends with status 0 if the service runs.', {
    text: 'lines',
  }),
  path: parameter(arrayOf(absolutePath), 'The directories of init scripts.', { default: ['/etc/init.d'] }),
  binary: parameter(
    absolutePath,
    'The program of a service without an init script, which is run to start it.',
  ),
  timeout: parameter(integer({ min: 0 }), 'Seconds for each start, stop and restart; 0 for no limit.', {
    default: 900,
  }),
  ...unsupportedAttributeTable,
  watch: parameter(
    integer({ min: 1 }),
    'Seconds that the service must stay up after a start or restart to count as started: for a service that detects errors late. By default, a service that systemd considers started at once (Type=simple, exec or idle), and one of an init script, is watched for 2.5 seconds or until it listens; one that notifies systemd when it is ready is not watched.',
  ),
};

/** The desired state of a service. */
export type DesiredService = DesiredOf<typeof attributes>;
/** A service as its provider sees it. */
export type ServiceSubject = Subject<typeof attributes>;
/** A change of a service. */
export type ServiceChange = Change<typeof attributes>;
