import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeUser } from './change.js';
import { listUsers, readUsers } from './read.js';
import { autobefore, autorequire, paths } from './relations.js';

/**
 * An account of the host.
 * @example
 * new User(site, 'deploy', {
 *   groups: ['glance', 'systemd-journal'],
 *   home: '/home/deploy',
 *   managehome: true,
 *   shell: '/bin/bash',
 *   password: secret.env('DEPLOY_PASSWORD_HASH'),
 * });
 */
export class User extends nativeType('user', attributes, {
  doc: 'An account of the host.',
  // Without a purge, there is nothing to compare.
  normalize: (desired) =>
    desired.purge_ssh_keys === false ? { ...desired, purge_ssh_keys: undefined } : desired,
  autorequire,
  autobefore,
  paths,
  elsewhere: {
    roles: 'Solaris',
    role_membership: 'Solaris',
    auths: 'Solaris',
    auth_membership: 'Solaris',
    profiles: 'Solaris',
    profile_membership: 'Solaris',
    keys: 'Solaris',
    key_membership: 'Solaris',
    project: 'Solaris',
    ia_load_module: 'AIX',
    attributes: 'AIX',
    attribute_membership: 'AIX',
    salt: 'macOS',
    iterations: 'macOS',
    loginclass: 'FreeBSD',
  },
}) {}

provide(User, {
  // userdel may remove the account's primary group too, depending on the configuration of the host.
  disturbs: (_subject, diff) => diff?.removes === true,
  read: readUsers,
  change: changeUser,
  list: listUsers,
});
