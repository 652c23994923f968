import {
  absolutePath,
  anyOf,
  boolean,
  type DesiredOf,
  integer,
  matching,
  oneOf,
  parameter,
  property,
  title,
} from '../../catalog/index.js';

const word = (what: string) => matching(/^[^\s#]\S*$/, `${what} without blanks`);

/** The attributes of a mount. */
export const attributes = {
  name: title('The mount point.', anyOf(absolutePath, oneOf('none', 'swap'))),
  ensure: property(
    oneOf('mounted', 'unmounted', 'present', 'defined', 'absent'),
    "'mounted' or 'unmounted': in the file system table, and currently mounted or not; 'present' or 'defined': in the " +
      "table, whether mounted or not; 'absent': neither in the table nor mounted.",
    {
      default: 'present',
      insync: (is, should) =>
        should === 'present' || should === 'defined' ? is === 'mounted' || is === 'unmounted' : is === should,
    },
  ),
  device: property(matching(/^[^\r\n]+$/, 'a device'), 'The device: a path, UUID=…, LABEL=…, or host:/path.'),
  fstype: property(word('a type'), 'The type of the file system.'),
  options: property(word('options'), 'The options in one string, separated by commas.'),
  dump: property(integer({ min: 0, max: 2 }), 'Whether dump(8) backs it up.', { default: 0 }),
  pass: property(integer({ min: 0 }), 'The order of the check at boot; 0 for no check.', { default: 0 }),
  atboot: parameter(boolean, "Whether it is mounted at boot; false is the option 'noauto'."),
  remounts: parameter(
    boolean,
    'Whether new options are applied with a remount; false unmounts and mounts it again.',
    {
      default: true,
    },
  ),
  target: parameter(absolutePath, 'The file system table.', { default: '/etc/fstab' }),
};

/** The desired state of a mount. */
export type DesiredMount = DesiredOf<typeof attributes>;
