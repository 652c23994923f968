import { joinAny, option } from '../../../tables/index.js';

/** What an image may be, and how much of it there may be: options of glance-api.conf. */
export const imageOptions = {
  container_formats: option('image_format/container_formats', 'Container formats that an image may have.', {
    since: 'wallaby',
    write: (value) => joinAny(value),
  }),
  disk_formats: option('image_format/disk_formats', 'Disk formats that an image may have.', {
    since: 'victoria',
    write: (value) => joinAny(value),
  }),
  require_image_format_match: option(
    'image_format/require_image_format_match',
    'Whether an image must be of the format that it was declared with.',
    { since: '2025.1' },
  ),
  hashing_algorithm: option('DEFAULT/hashing_algorithm', 'Algorithm of the second hash of an image.', {
    since: '2024.2',
  }),
  image_size_cap: option('DEFAULT/image_size_cap', 'Size of an image at most, in bytes.', { since: 'yoga' }),
  user_storage_quota: option(
    'DEFAULT/user_storage_quota',
    'Storage that a project may fill, with its unit.',
    {
      since: 'yoga',
    },
  ),
  image_member_quota: option('DEFAULT/image_member_quota', 'Members of an image at most.', { since: 'pike' }),
  image_property_quota: option('DEFAULT/image_property_quota', 'Properties of an image at most.', {
    since: 'yoga',
  }),
  image_tag_quota: option('DEFAULT/image_tag_quota', 'Tags of an image at most.', { since: 'yoga' }),
  image_location_quota: option('DEFAULT/image_location_quota', 'Locations of an image at most.', {
    since: 'yoga',
  }),
  use_keystone_limits: option(
    'DEFAULT/use_keystone_limits',
    'Whether limits are read from Keystone and enforced.',
    {
      since: 'yoga',
    },
  ),
  delayed_delete: option('DEFAULT/delayed_delete', 'Whether deleted images stay until the scrubber comes.', {
    deprecated: { since: '2024.1', hint: 'delayed deletion goes away: leave it out' },
  }),
  scrub_time: option('DEFAULT/scrub_time', 'Seconds until the scrubber removes a deleted image.', {
    until: 'xena',
    obsolete: 'the scrubber reads an option of its own',
  }),
} as const;
