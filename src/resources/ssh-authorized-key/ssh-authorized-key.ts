import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeKeys } from './change.js';
import { validate } from './checks.js';
import { listKeys, listUnmanaged, readKeys } from './read.js';

/**
 * A key for logins as a user.
 * @example
 * new SshAuthorizedKey(site, 'nick@example.org', {
 *   user: 'deploy',
 *   type: 'ssh-ed25519',
 *   key: 'AAAAC3NzaC1lZDI1NTE5AAAAIHNhbXBsZS1rZXktb2Ytbmljay1hdC1leGFtcGxl',
 *   options: ['no-agent-forwarding', 'from="10.0.0.0/8"'],
 * });
 */
export class SshAuthorizedKey extends nativeType('ssh_authorized_key', attributes, {
  doc: 'A key for logins as a user: a line of the authorized_keys file. Its other lines stay as they are.',
  identity: ({ name, user, target }) => `the key ${name} in ${target ?? `the file of ${user}`}`,
  validate,
  *autorequire({ user, target }) {
    if (user !== undefined) yield new Reference('user', user);
    if (target === undefined) return;
    yield new Reference('file', target);
    yield new Reference('file', target.slice(0, target.lastIndexOf('/')) || '/');
  },
}) {}

provide(SshAuthorizedKey, {
  batchBy: ({ desired }) => desired.target ?? `~${desired.user}`,
  read: readKeys,
  changeAll: changeKeys,
  list: listKeys,
  listUnmanaged: listUnmanaged,
});
