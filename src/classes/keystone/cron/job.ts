import { oneOf, parameter, type Reference, type Scope } from '../../../catalog/index.js';
import { Cron } from '../../../resources/index.js';
import { passOn } from '../../pass-on.js';
import {
  adaptParameter,
  delayParameter,
  randomSleep,
  scalarString,
  scheduleParameters,
} from '../../shared/index.js';

/** Parameters of a cron job of Keystone, with the default time. */
export function jobParameters(minute: string, hour: string) {
  return {
    ...scheduleParameters(minute, hour),
    ensure: parameter(oneOf('present', 'absent'), 'Whether the job exists.', { default: 'present' }),
    maxdelay: adaptParameter(delayParameter.maxdelay, { since: undefined }),
    user: parameter(scalarString, 'User that runs the command.', { default: 'keystone' }),
  } as const;
}

/**
 * Declares the job that runs a command of keystone-manage.
 * @param rest The text after the command.
 */
export function declareJob(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  subcommand: string,
  rest: string,
  require: Reference,
): void {
  const { ensure, minute, hour, monthday, month, weekday, user } = scope.parameters as Readonly<
    Record<string, string>
  >;
  new Cron(scope, `keystone-manage ${subcommand}`, {
    ensure: passOn(ensure),
    command: `${randomSleep(scope)}keystone-manage ${subcommand}${rest}`,
    environment: 'PATH=/bin:/usr/bin:/usr/sbin SHELL=/bin/sh',
    user,
    minute,
    hour,
    monthday,
    month,
    weekday,
    require,
  });
}
