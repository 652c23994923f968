import {
  absolutePath,
  arrayOf,
  boolean,
  type DesiredOf,
  matching,
  oneOf,
  parameter,
  property,
  string,
  title,
} from '../../catalog/index.js';
import { keyType } from '../ssh-keys/key-type.js';
import { userKeyTypes } from '../ssh-keys/key-types.js';

/** The attributes of an ssh_authorized_key. */
export const attributes = {
  name: title(
    'The comment after the key. Every key of a host needs a different one.',
    matching(/^\S(?:[^\r\n]*\S)?$/, 'one line without white space around it'),
  ),
  ensure: property(oneOf('present', 'absent'), 'Whether the key is in the file.', { default: 'present' }),
  type: property(keyType(userKeyTypes), 'The kind of key: `ssh-ed25519`, or `ed25519` for short.'),
  key: property(matching(/^\S+$/, 'a key without white space'), 'The key, without its type and its comment.'),
  options: property(
    arrayOf(string),
    'The options of the key: `no-pty`, `from="10.0.0.1"`; see sshd(8). Each is an element.',
    { default: [] },
  ),
  user: parameter(string, 'The user of the key. The file is written as this user.'),
  target: parameter(
    absolutePath,
    "The file. Its directory must exist. @default .ssh/authorized_keys in the user's home directory",
  ),
  drop_privileges: parameter(
    boolean,
    'Whether the file is written as the user. False is for files in directories that only root can change.',
    { default: true },
  ),
} as const;

/** The desired state of an ssh_authorized_key. */
export type DesiredKey = DesiredOf<typeof attributes>;
