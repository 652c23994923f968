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

/** Cuts the cache down to its size, with glance-cache-pruner. */
export class Pruner extends classType(
  'glance::cache::pruner',
  {
    ...scheduleParameters('*/30', '*'),
    command_options: parameter(text, 'Arguments of the command, and where its output goes.', {
      default: '',
    }),
    ...delayParameter,
    ...ensureParameter,
  },
  { doc: 'Has cron run glance-cache-pruner, which cuts the cache down to its size.' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    const { minute, hour, monthday, month, weekday, command_options, ensure } = this.parameters;
    new Cron(this, 'glance-cache-pruner', {
      ensure,
      command: `${randomSleep(this)}glance-cache-pruner ${command_options}`,
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
