import {
  type Attribute,
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  type DesiredOf,
  integer,
  number,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
} from '../../catalog/index.js';
import {
  type CommandLine,
  commandLine,
  commandLines,
  environmentVariables,
  nonNegativeNumber,
  searchPath,
  umaskValue,
} from './value-types.js';

const command: Attribute<string | readonly (string | number)[], CommandLine, 'title'> = {
  role: 'title',
  value: commandLine,
  doc:
    'The command: a line, which is split into words like a shell does and run without a shell, or a list of a program ' +
    'and its arguments. All users of the host can see a running command: pass secrets in environment.',
  text: 'lines',
};

/** The attributes of an exec. */
export const attributes = {
  command,
  returns: property(arrayOf(integer({ min: 0, max: 255 })), 'Exit statuses that mean success.', {
    default: [0],
    // Without a refresh, a refreshonly command is in sync, whatever its conditions are.
    insync: (is, _should, desired) => desired.refreshonly === true || Array.isArray(is),
  }),
  provider: parameter(
    oneOf('posix', 'shell'),
    "'posix' runs the program directly; 'shell' passes the command to /bin/sh, for pipes, variables and shell builtins.",
    { default: 'posix' },
  ),
  path: parameter(
    searchPath,
    'The directories in which programs without a directory in their name are searched.',
  ),
  creates: parameter(
    arrayOf(absolutePath),
    'Files that the command creates: it runs only if none of them exists.',
  ),
  onlyif: parameter(
    commandLines,
    'The command runs only if all of these commands succeed. A plan runs them too.',
    { text: 'lines' },
  ),
  unless: parameter(
    commandLines,
    'The command runs only if none of these commands succeeds. A plan runs them too.',
    { text: 'lines' },
  ),
  refreshonly: parameter(
    boolean,
    'Whether the command runs only if a resource that notifies it has changed.',
    {
      default: false,
    },
  ),
  refresh: parameter(
    commandLine,
    'The command for a refresh, instead of `command`. If `command` has been run in the same run, it is run afterwards.',
    { text: 'lines' },
  ),
  user: parameter(string, 'The user that runs the command.'),
  group: parameter(string, 'The group that the command runs as.'),
  cwd: parameter(
    absolutePath,
    'The working directory, to which a command such as ./configure is relative. It must exist.',
  ),
  environment: parameter(orSecret(environmentVariables), 'Environment variables; values can be secrets.', {
    text: 'lines',
  }),
  umask: parameter(
    umaskValue,
    "The umask of the command, as a string of octal digits. A number is refused, because 022 and '022' differ between languages.",
  ),
  timeout: parameter(
    number,
    'Seconds after which each try is killed with all its child processes; 0 or less for no limit.',
    {
      default: 300,
    },
  ),
  tries: parameter(integer({ min: 1 }), 'The maximum number of tries.', { default: 1 }),
  try_sleep: parameter(nonNegativeNumber, 'Seconds between two tries.', { default: 0 }),
  logoutput: parameter(
    anyOf(boolean, oneOf('on_failure')),
    'Whether the output is displayed: always, never, or only the last lines on failure.',
    { default: 'on_failure' },
  ),
};

/** The desired state of an exec. */
export type DesiredExec = DesiredOf<typeof attributes>;
