import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeMount, remount } from './change.js';
import { normalize, validate } from './checks.js';
import { identityOf } from './fstab.js';
import { listMounts, readMounts } from './read.js';
import { autorequire, paths } from './relations.js';

/**
 * A file system: its entry in the table, and whether it is mounted.
 * @example
 * new Mount(site, '/var/lib/glance/images', {
 *   ensure: 'mounted',
 *   device: 'nfs.example.org:/images',
 *   fstype: 'nfs4',
 *   options: 'rw,hard,_netdev',
 * });
 */
export class Mount extends nativeType('mount', attributes, {
  doc: 'A file system: its line in /etc/fstab, and whether it is mounted. The mount point must exist.',
  // Also called for resources that are refused, which may have no name.
  nameOf: (desired) => identityOf({ ...desired, name: desired.name ?? '' }),
  normalize,
  validate,
  paths,
  autorequire,
}) {}

provide(Mount, {
  disturbs: () => true,
  edits: ({ desired }) => [desired.target],
  refreshes: ({ desired }, is) =>
    desired.fstype !== 'swap' && (is.ensure === 'mounted' || is.ensure === 'ghost'),
  // A change of one of these includes mounting again.
  supersedesRefresh: (diff) =>
    ['ensure', 'device', 'fstype', 'options'].some((property) => diff.has(property)),
  read: readMounts,
  change: changeMount,
  refresh: (session, subject) => remount(session, subject),
  list: listMounts,
});
