import {
  type Attribute,
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  integer,
  number,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
  type WantedOf,
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
    'What is run: a line, split into words as a shell would and run without one, or a list of a program and ' +
    'its arguments. Everybody on the host can see a running command: secrets belong into environment.',
  text: 'lines',
};

/** The attributes of an exec. */
export const attributes = {
  command,
  returns: property(arrayOf(integer({ min: 0, max: 255 })), 'Exit statuses that mean success.', {
    default: [0],
    // Without a cause a refreshonly command is as it should be, whether its conditions let it run or not.
    insync: (is, _should, wanted) => wanted.refreshonly === true || Array.isArray(is),
  }),
  provider: parameter(
    oneOf('posix', 'shell'),
    "'posix' runs a program itself; 'shell' gives the command to /bin/sh, for pipes, variables and a shell's own words.",
    { default: 'posix' },
  ),
  path: parameter(searchPath, 'Where programs are looked for that are named without a directory.'),
  creates: parameter(
    arrayOf(absolutePath),
    'Files that the command makes: it runs only while none of them is there.',
  ),
  onlyif: parameter(
    commandLines,
    'Commands that must all succeed for the command to run. A plan runs them too.',
    { text: 'lines' },
  ),
  unless: parameter(
    commandLines,
    'Commands of which none may succeed for the command to run. A plan runs them too.',
    { text: 'lines' },
  ),
  refreshonly: parameter(boolean, 'Runs when something that it depends on has changed, and else never.', {
    default: false,
  }),
  refresh: parameter(
    commandLine,
    'What is run in place of the command because something else has changed; where the command has run in this run already, after it.',
    { text: 'lines' },
  ),
  user: parameter(string, 'The user that it runs as.'),
  group: parameter(string, 'The group that it runs as.'),
  cwd: parameter(
    absolutePath,
    'The directory that it runs in, and to which a command such as ./configure is relative. It must exist.',
  ),
  environment: parameter(orSecret(environmentVariables), 'Environment variables; values may be secrets.', {
    text: 'lines',
  }),
  umask: parameter(
    umaskValue,
    "The umask that it runs with, as a text of octal digits: a number is refused, because 022 and '022' are not the same in every language.",
  ),
  timeout: parameter(
    number,
    'Seconds after which each try is ended with all that it started; 0 or less for none.',
    {
      default: 300,
    },
  ),
  tries: parameter(integer({ min: 1 }), 'How often it is tried until it succeeds.', { default: 1 }),
  try_sleep: parameter(nonNegativeNumber, 'Seconds between two tries.', { default: 0 }),
  logoutput: parameter(
    anyOf(boolean, oneOf('on_failure')),
    'Whether its output is shown: as it comes, never, or the end of it when it fails.',
    { default: 'on_failure' },
  ),
};

/** The attributes of an exec as its provider gets them. */
export type WantedExec = WantedOf<typeof attributes>;
