import { integer, parameter, type Scope } from '../../../catalog/index.js';
import { toCronWord } from '../../../formats/cron-word.js';
import { Anchor, Cron } from '../../../resources/index.js';
import {
  delayParameter,
  ensureParameter,
  randomSleep,
  scheduleParameters,
  text,
  written,
} from '../../tables/index.js';
import { glanceUser } from '../platform.js';

/**
 * When and how deleted rows are purged.
 * @param logFile Where the command's output goes.
 */
export function purgeParameters(logFile: string) {
  return {
    ...scheduleParameters('1', '0'),
    user: parameter(text, 'Who runs the command.', { default: glanceUser }),
    age: parameter(integer({ min: 0 }), 'Days that a row has been deleted for at least.', { default: 30 }),
    max_rows: parameter(integer(), 'Rows that are purged at once at most.', { default: 100 }),
    destination: parameter(text, "File that the command's output is added to.", { default: logFile }),
    maxdelay: { ...delayParameter.maxdelay, since: undefined },
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
  const file = written(scope, 'destination', () => toCronWord(String(destination)));
  new Cron(scope, `glance-manage db ${subcommand}`, {
    ...job,
    command: `${randomSleep(scope)}${command} >>${file} 2>&1`,
    environment: 'PATH=/bin:/usr/bin:/usr/sbin SHELL=/bin/sh',
    require: Anchor.ref('glance::dbsync::end'),
  });
}
