/** What somebody does with the real client, and what a plan must say of it. */
export interface Drift {
  readonly what: string;
  /** Lines for the client, without its own name. */
  readonly by: readonly (readonly string[])[];
  readonly will: readonly string[];
}

const endpoints = [
  'endpoint',
  'list',
  '--service',
  'image',
  '--region',
  'RegionOne',
  '-f',
  'value',
  '-c',
  'ID',
];

/** Stands for what another command of the client prints. */
export const lookedUp: Readonly<Record<string, readonly string[]>> = {
  '{public}': [...endpoints, '--interface', 'public'],
  '{internal}': [...endpoints, '--interface', 'internal'],
};

/** There is a user of this name in another domain, too. */
const usualGlance = ['--user', 'glance', '--user-domain', 'Default'];

export const drifts: readonly Drift[] = [
  {
    what: "a user's password",
    by: [['user', 'set', '--password', 'another', '--domain', 'Default', 'glance']],
    will: ['Keystone_user[glance]'],
  },
  {
    what: 'a user of another domain alone that was locked out',
    by: [['user', 'set', '--disable', '--domain', 'second', 'glance']],
    will: ['Keystone_user[glance::second]'],
  },
  {
    what: "a user's address, and not the password that is not to be replaced",
    by: [
      ['user', 'set', '--email', 'x@y', '--domain', 'Default', 'glance'],
      ['user', 'set', '--password', 'another', 'left alone'],
    ],
    will: ['Keystone_user[glance]'],
  },
  {
    what: "an endpoint's address in one region of two",
    by: [['endpoint', 'set', '--url', 'http://elsewhere', '{public}']],
    will: ['Keystone_endpoint[RegionOne/glance::image]'],
  },
  {
    what: 'an endpoint that was removed',
    by: [['endpoint', 'delete', '{internal}']],
    will: ['Keystone_endpoint[RegionOne/glance::image]'],
  },
  {
    what: 'a role that was taken, and one that was given',
    by: [
      ['role', 'remove', ...usualGlance, '--project', 'services', 'admin'],
      ['role', 'add', ...usualGlance, '--project', 'services', 'reader'],
    ],
    will: ['Keystone_user_role[glance@services]'],
  },
  {
    what: 'a role in the system',
    by: [['role', 'remove', '--user', 'glance', '--user-domain', 'second', '--system', 'all', 'reader']],
    will: ['Keystone_user_role[glance::second@::::all]'],
  },
  {
    what: 'a role that was removed with all that had it',
    by: [['role', 'delete', 'special role']],
    will: ['Keystone_role[special role]', 'Keystone_user_role[glance@services]'],
  },
  {
    what: "a service's description, and a project's",
    by: [
      ['service', 'set', '--description', 'x', 'glance'],
      ['project', 'set', '--disable', 'services'],
    ],
    will: ['Keystone_service[glance::image]', 'Keystone_tenant[services]'],
  },
  {
    what: "an image's visibility, memory and properties",
    by: [
      [
        'image',
        'set',
        '--private',
        '--min-ram',
        '1',
        '--property',
        'os_distro=x',
        '--property',
        'more=1',
        'disk',
      ],
    ],
    will: ['Glance_image[disk]'],
  },
  {
    what: 'an image that was removed',
    by: [['image', 'delete', 'disk']],
    will: ['Glance_image[disk]'],
  },
];
