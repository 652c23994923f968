import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { attributes, ownerOf } from './attributes.js';
import { changeJobs } from './change.js';
import { normalize, validate } from './checks.js';
import { listUnmanaged, readJobs } from './read.js';

/**
 * A job in the crontab of a user.
 * @example
 * new Cron(site, 'purge deleted images', {
 *   command: '/usr/bin/glance-manage db purge --age_in_days 30',
 *   user: 'glance',
 *   hour: 3,
 *   minute: 15,
 * });
 */
export class Cron extends nativeType('cron', attributes, {
  doc: "A job in a user's crontab. Crontabs that Puppet has managed are continued.",
  normalize,
  validate,
  autorequire: function* (desired) {
    yield new Reference('user', ownerOf(desired));
    yield* listPackagesOfTool('crontab');
  },
}) {}

provide(Cron, {
  batchBy: ({ desired }) => ownerOf(desired),
  read: readJobs,
  changeAll: changeJobs,
  list: (session) => listUnmanaged(session, []),
  listUnmanaged: listUnmanaged,
});
