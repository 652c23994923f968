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

/** Removes what a host has of a type and the catalog does not name. */
export class Resources extends nativeType(
  'resources',
  {
    name: title("The type: 'host', 'cron', 'glance_api_config'."),
    purge: property(boolean, 'Whether what the catalog does not name is removed.'),
    unless_system_user: parameter(
      anyOf(boolean, integer({ min: 0 })),
      'Of users, leaves alone those of the system: numbers up to this one; true means those below UID_MIN of ' +
        '/etc/login.defs. root, nobody, bin, noaccess, daemon and sys stay as well. With false everybody goes whom ' +
        'the catalog does not name, and unless_uid does not count.',
      { default: true },
    ),
    unless_uid: parameter(arrayOf(integer({ min: 0 })), 'Of users, leaves alone those with these numbers.'),
  },
  {
    doc: 'Says what becomes of the resources of a type that the host has and the catalog does not name.',
    // Where nothing is purged there is nothing to compare.
    normalize: (wanted) => (wanted.purge ? wanted : { ...wanted, purge: undefined }),
  },
) {}
