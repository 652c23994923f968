import { parameter, type Scope } from '../../../catalog/index.js';
import { Anchor, Cron } from '../../../resources/index.js';
import {
  delayParameter,
  ensureParameter,
  randomSleep,
  scalarString,
  scheduleParameters,
} from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { glanceUser } from '../platform.js';

/** Parameters of a cron job of the cache, with the default time. */
export function jobParameters(minute: string, hour: string) {
  return {
    ...scheduleParameters(minute, hour),
    command_options: parameter(scalarString, 'Arguments of the command, and redirection of its output.', {
      default: '',
    }),
    ...delayParameter,
    ...ensureParameter,
  } as const;
}

/** Declares the job that runs a command of the cache. */
export function declareJob(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  command: string,
): void {
  scope.include(Deps);
  scope.include(Params);
  const { command_options, maxdelay: _, ...job } = scope.parameters;
  new Cron(scope, command, {
    ...job,
    command: `${randomSleep(scope)}${command} ${String(command_options)}`,
    environment: 'PATH=/bin:/usr/bin:/usr/sbin',
    user: glanceUser,
    require: Anchor.ref('glance::config::end'),
  });
}
