import {
  absolutePath,
  arrayOf,
  boolean,
  integer,
  matching,
  oneOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
  type WantedOf,
} from '../../catalog/index.js';
import type { Change, Subject } from '../../engine/provider.js';
import { unsupportedAttributeTable } from './unsupported-attributes.js';

const ensure: ValueType<'running' | 'stopped' | boolean, 'running' | 'stopped'> = {
  schema: { type: 'string', enum: ['running', 'stopped'] },
  expected: "'running' or 'stopped'",
  munge: (value) =>
    value === true || value === 'true' ? 'running' : value === false || value === 'false' ? 'stopped' : value,
};

/** What becomes of a service at boot. */
export type Enable = boolean | 'manual' | 'mask' | 'delayed';

const enable: ValueType<Enable> = {
  schema: { enum: [true, false, 'manual', 'mask', 'delayed'] },
  expected: "true, false, 'manual', 'mask' or 'delayed'",
  munge: boolean.munge,
};

/** Nothing that a shell, a path or an option could be made of; instances (`getty@tty1`) are names too. */
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
    'Whether it starts at boot. mask: it cannot be started at all (systemd). manual and delayed are refused: Windows has them, and no host of this tool.',
  ),
  provider: parameter(
    oneOf('systemd', 'init'),
    "What services are run by. The fact 'service_provider' decides where it is not given.",
  ),
  hasstatus: parameter(
    boolean,
    'The init script understands status. Where it does not, the process table is searched for pattern.',
    { default: true },
  ),
  hasrestart: parameter(
    boolean,
    'The init script understands restart. Where it does not, it is stopped and started.',
    { default: false },
  ),
  pattern: parameter(
    string,
    "A regular expression that the command line of the service's process fits, where hasstatus is false. The name of the service where it is not given.",
  ),
  start: parameter(string, 'A command for the shell that starts the service.', { text: 'lines' }),
  stop: parameter(string, 'A command for the shell that stops the service.', { text: 'lines' }),
  restart: parameter(string, 'A command for the shell that restarts the service.', { text: 'lines' }),
  status: parameter(string, 'A command for the shell that ends with status 0 where the service runs.', {
    text: 'lines',
  }),
  path: parameter(arrayOf(absolutePath), 'Where init scripts are looked for.', { default: ['/etc/init.d'] }),
  binary: parameter(absolutePath, 'The program of a service that has no init script: run to start it.'),
  timeout: parameter(
    integer({ min: 0 }),
    'Seconds that starting, stopping and restarting may take each; 0 for no limit.',
    {
      default: 900,
    },
  ),
  ...unsupportedAttributeTable,
  watch: parameter(
    integer({ min: 1 }),
    'Seconds that the service must stay up after it was started or restarted, before that counts as done: for one that finds out late that it cannot work. Where it is not given, a service that systemd takes for started at once (Type=simple, exec or idle) and one of an init script is watched for 2.5 seconds or until it listens, and one that tells systemd when it is ready not at all.',
  ),
};

/** The attributes as the providers see them. */
export type DesiredService = WantedOf<typeof attributes>;
export type ServiceSubject = Subject<typeof attributes>;
export type ServiceChange = Change<typeof attributes>;
