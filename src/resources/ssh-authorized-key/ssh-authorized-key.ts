import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes, type WantedKey } from './attributes.js';
import { isOption } from './key-line.js';
import { provider } from './read.js';

/**
 * A key with which somebody may log in as a user.
 * @example
 * new SshAuthorizedKey(site, 'nick@example.org', { user: 'nick', type: 'ssh-ed25519', key: 'AAAAC3Nza…' });
 */
export class SshAuthorizedKey extends nativeType('ssh_authorized_key', attributes, {
  doc: 'A key with which somebody may log in as a user: a line of the authorized_keys file. Its other lines stay as they are.',
  identity: ({ name, user, target }) => `the key ${name} in ${target ?? `the file of ${user}`}`,
  validate: validate,
  *autorequire({ user, target }) {
    if (user !== undefined) yield new Reference('user', user);
    if (target === undefined) return;
    yield new Reference('file', target);
    yield new Reference('file', target.slice(0, target.lastIndexOf('/')) || '/');
  },
}) {}

provide(SshAuthorizedKey, provider);

function* validate({ ensure, type, key, options, user }: WantedKey): Generator<string> {
  if (user === undefined) yield 'it needs a user: the file is written with the rights of that user';
  if (ensure === 'present' && (type === undefined || key === undefined)) yield 'it needs a type and a key';
  for (const option of options) {
    if (!isOption(option)) {
      yield `option ${JSON.stringify(option)} must be of the form 'name' or 'name="text"', each an element of its own`;
    }
  }
}
