import {
  absolutePath,
  anyOf,
  boolean,
  integer,
  matching,
  oneOf,
  parameter,
  property,
  title,
  type WantedOf,
} from '../../catalog/index.js';

const word = (what: string) => matching(/^[^\s#]\S*$/, `${what} without blanks`);

/** The attributes of a mount. */
export const attributes = {
  name: title('The mount point.', anyOf(absolutePath, oneOf('none', 'swap'))),
  ensure: property(
    oneOf('mounted', 'unmounted', 'present', 'defined', 'absent'),
    "'mounted' and 'unmounted': in the file system table, and so now; 'present' or 'defined': in the table, mounted " +
      "or not; 'absent': neither.",
    {
      default: 'present',
      insync: (is, should) =>
        should === 'present' || should === 'defined' ? is === 'mounted' || is === 'unmounted' : is === should,
    },
  ),
  device: property(
    matching(/^[^\r\n]+$/, 'a device'),
    'What is mounted: a path, UUID=…, LABEL=…, or host:/path.',
  ),
  fstype: property(word('a type'), 'The type of the file system.'),
  options: property(word('options'), 'Options in one text, with commas between them.'),
  dump: property(integer({ min: 0, max: 2 }), 'Whether dump(8) saves it.', { default: 0 }),
  pass: property(integer({ min: 0 }), 'When it is checked at boot; 0 for never.', { default: 0 }),
  atboot: parameter(boolean, "Whether it is mounted at boot: false is the option 'noauto'."),
  remounts: parameter(boolean, 'New options are given to what is mounted; false mounts it anew.', {
    default: true,
  }),
  target: parameter(absolutePath, 'The file system table.', { default: '/etc/fstab' }),
};

/** The attributes of a mount as its provider gets them. */
export type WantedMount = WantedOf<typeof attributes>;

/** Puts what atboot means into the options. */
export function normalize(wanted: WantedMount): WantedMount {
  if (wanted.atboot === undefined) return wanted;
  const others = (wanted.options ?? 'defaults')
    .split(',')
    .filter((option) => option !== 'noauto' && option !== 'auto');
  if (wanted.atboot && wanted.options === undefined) return wanted;
  const options = wanted.atboot ? others : [...others.filter((option) => option !== 'defaults'), 'noauto'];
  return { ...wanted, options: options.length === 0 ? 'defaults' : options.join(',') };
}
