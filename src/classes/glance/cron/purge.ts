import { integer, parameter, type Scope } from '../../../catalog/index.js';
import { toCronWord } from '../../../formats/cron-word.js';
import { Anchor, Cron } from '../../../resources/index.js';
import {
  adaptParameter,
  delayParameter,
  ensureParameter,
  formatOrFail,
  randomSleep,
  scalarString,
  scheduleParameters,
} from '../../shared/index.js';
import { glanceUser } from '../platform.js';

/**
 * Returns the parameters of a job that purges deleted rows.
 * @param logFile The file for the command's output.
 */
export function purgeParameters(logFile: string) {
  return {
    ...scheduleParameters('1', '0'),
    user: parameter(scalarString, 'User that runs the command.', { default: glanceUser }),
    age: parameter(integer({ min: 0 }), 'Minimum number of days since a row was deleted.', { default: 30 }),
    max_rows: parameter(integer(), 'Maximum number of rows to purge at once.', { default: 100 }),
    destination: parameter(scalarString, "File to which the command's output is appended.", {
      default: logFile,
    }),
    maxdelay: adaptParameter(delayParameter.maxdelay, { since: undefined }),
    ...ensureParameter,
  } as const;
}

/** Declares the job that runs `glance-manage db …`. */
export function declarePurge(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  subcommand: string,
): void {
  const { age, max_rows, destination, maxdelay: _, ...job } = scope.parameters;
  const command = `glance-manage db ${subcommand} --age_in_days ${String(age)} --max_rows ${String(max_rows)}`;
  const file = formatOrFail(scope, 'destination', () => toCronWord(String(destination)));
  new Cron(scope, `glance-manage db ${subcommand}`, {
    ...job,
    command: `${randomSleep(scope)}${command} >>${file} 2>&1`,
    environment: 'PATH=/bin:/usr/bin:/usr/sbin SHELL=/bin/sh',
    require: Anchor.ref('glance::dbsync::end'),
  });
}
