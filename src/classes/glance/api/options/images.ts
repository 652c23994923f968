import { joinAny, option } from '../../../shared/index.js';

/** Formats and limits of images: options of glance-api.conf. */
export const imageOptions = {
  container_formats: option('image_format/container_formats', 'Container formats that an image can have.', {
    since: 'wallaby',
    write: (value) => joinAny(value),
  }),
  disk_formats: option('image_format/disk_formats', 'Disk formats that an image can have.', {
    since: 'victoria',
    write: (value) => joinAny(value),
  }),
  require_image_format_match: option(
    'image_format/require_image_format_match',
    'Whether the data of an image must have the declared format.',
    { since: '2025.1' },
  ),
  hashing_algorithm: option('DEFAULT/hashing_algorithm', 'Algorithm of the second hash of an image.', {
    since: '2024.2',
  }),
  image_size_cap: option('DEFAULT/image_size_cap', 'Maximum size of an image, in bytes.', { since: 'yoga' }),
  user_storage_quota: option('DEFAULT/user_storage_quota', 'Storage quota of a project, with its unit.', {
    since: 'yoga',
  }),
  image_member_quota: option('DEFAULT/image_member_quota', 'Maximum number of members of an image.', {
    since: 'pike',
  }),
  image_property_quota: option('DEFAULT/image_property_quota', 'Maximum number of properties of an image.', {
    since: 'yoga',
  }),
  image_tag_quota: option('DEFAULT/image_tag_quota', 'Maximum number of tags of an image.', {
    since: 'yoga',
  }),
  image_location_quota: option('DEFAULT/image_location_quota', 'Maximum number of locations of an image.', {
    since: 'yoga',
  }),
  use_keystone_limits: option(
    'DEFAULT/use_keystone_limits',
    'Whether limits are read from Keystone and enforced.',
    {
      since: 'yoga',
    },
  ),
  delayed_delete: option(
    'DEFAULT/delayed_delete',
    'Whether deleted images are kept until the scrubber removes them.',
    {
      deprecated: { since: '2024.1', hint: 'delayed deletion will be removed: do not use it' },
    },
  ),
  scrub_time: option('DEFAULT/scrub_time', 'Seconds until the scrubber removes a deleted image.', {
    until: 'xena',
    obsolete: 'the scrubber has its own option',
  }),
} as const;
