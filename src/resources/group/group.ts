import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeGroup } from './change.js';
import { listGroups, readGroups } from './read.js';
import { autorequire } from './relations.js';

/**
 * A group of accounts.
 * @example
 * new Group(site, 'glance', { system: true, members: ['apache'] });
 */
export class Group extends nativeType('group', attributes, {
  doc: 'A group of accounts.',
  autorequire,
  elsewhere: { ia_load_module: 'AIX', attributes: 'AIX', attribute_membership: 'AIX' },
}) {}

provide(Group, {
  read: readGroups,
  change: changeGroup,
  list: listGroups,
});
