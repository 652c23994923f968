import isEqual from 'lodash/isEqual.js';
import type { AttributeOptions } from '../../catalog/attribute.js';
import { arrayOf, type DesiredOf, matching, oneOf, parameter, property, title } from '../../catalog/index.js';
import { accountName } from '../accounts/account-names.js';
import { hasSameTimes, type TimeField } from './cron-time.js';

const line = matching(/^[^\r\n]*\S[^\r\n]*$/, 'one line that is not blank');
const time = arrayOf(matching(/^[\w*/-]+$/, "a number, a name, a range, a step or '*'"));

function times(field: TimeField): Pick<AttributeOptions<readonly string[]>, 'insync'> {
  return { insync: (is, should) => Array.isArray(is) && hasSameTimes(field, is, should) };
}

/** The attributes of a cron job. */
export const attributes = {
  name: title("The name of the job, which is in the comment '# Puppet Name: …' above it.", line),
  ensure: property(oneOf('present', 'absent'), 'Whether the job exists.', { default: 'present' }),
  command: property(
    line,
    'The command. A percent sign begins its input, unless a backslash precedes it. Without a command, an existing job ' +
      'is managed, and none is created.',
  ),
  special: property(
    oneOf('reboot', 'yearly', 'annually', 'monthly', 'weekly', 'daily', 'midnight', 'hourly', 'absent'),
    'A special time at which it runs, instead of the fields below.',
  ),
  minute: property(time, 'Minutes, 0 to 59.', times('minute')),
  hour: property(time, 'Hours, 0 to 23.', times('hour')),
  monthday: property(time, 'Days of the month, 1 to 31.', times('monthday')),
  month: property(time, 'Months, 1 to 12 or by name.', times('month')),
  weekday: property(time, 'Days of the week, 0 to 7 (0 and 7 are Sunday) or by name.', times('weekday')),
  environment: property(
    arrayOf(matching(/^(?:absent|\s*\w+\s*=[^\r\n]*)$/, "a string 'NAME=value', or 'absent' for none")),
    'Variables for this job, which cron also passes to the jobs below it.',
    { insync: (is, should) => Array.isArray(is) && isEqual([...is].sort(), [...should].sort()) },
  ),
  user: parameter(accountName, 'The user whose crontab contains the job. @default root'),
  target: parameter(accountName, 'Another name for user.'),
};

/** The user whose crontab contains a job. */
export function ownerOf({ user = 'root' }: Pick<DesiredCron, 'user'>): string {
  return user;
}

/** The desired state of a cron job. */
export type DesiredCron = DesiredOf<typeof attributes>;
