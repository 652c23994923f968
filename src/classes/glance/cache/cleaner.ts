import { classType, parameter } from '../../../catalog/index.js';
import { Anchor, Cron } from '../../../resources/index.js';
import {
  delayParameter,
  ensureParameter,
  randomSleep,
  scheduleParameters,
  text,
} from '../../tables/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { glanceUser } from '../platform.js';

/** Removes what the cache began and never finished, with glance-cache-cleaner. */
export class Cleaner extends classType(
  'glance::cache::cleaner',
  {
    ...scheduleParameters('1', '0'),
    command_options: parameter(text, 'Arguments of the command, and where its output goes.', {
      default: '',
    }),
    ...delayParameter,
    ...ensureParameter,
  },
  { doc: 'Has cron run glance-cache-cleaner, which removes what the cache began and never finished.' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    const { minute, hour, monthday, month, weekday, command_options, ensure } = this.parameters;
    new Cron(this, 'glance-cache-cleaner', {
      ensure,
      command: `${randomSleep(this)}glance-cache-cleaner ${command_options}`,
      environment: 'PATH=/bin:/usr/bin:/usr/sbin',
      user: glanceUser,
      minute,
      hour,
      monthday,
      month,
      weekday,
      require: Anchor.ref('glance::config::end'),
    });
  }
}
