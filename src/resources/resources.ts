import {
  anyOf,
  arrayOf,
  boolean,
  integer,
  nativeType,
  parameter,
  property,
  title,
} from '../catalog/index.js';

/**
 * Purges a type: removes resources that exist on the host and not in the catalog.
 * @example
 * new Resources(site, 'host', { purge: true });
 * new Resources(site, 'user', { purge: true, unless_system_user: true, noop: true });
 */
export class Resources extends nativeType(
  'resources',
  {
    name: title("The type: 'host', 'cron', 'glance_api_config'."),
    purge: property(boolean, 'Whether resources that are not in the catalog are removed.'),
    unless_system_user: parameter(
      anyOf(boolean, integer({ min: 0 })),
      'The largest ID of users that are not removed because they belong to the system; true means IDs below UID_MIN of ' +
        '/etc/login.defs. root, nobody, bin, noaccess, daemon and sys are not removed, either. With false, all users ' +
        'that are not in the catalog are removed, and unless_uid has no effect.',
      { default: true },
    ),
    unless_uid: parameter(arrayOf(integer({ min: 0 })), 'The IDs of users that are not removed.'),
  },
  {
    doc: 'Determines what happens to resources of a type that exist on the host and not in the catalog.',
    // Without a purge, there is nothing to compare.
    normalize: (desired) => (desired.purge ? desired : { ...desired, purge: undefined }),
  },
) {}
