import { reveal, type Secret } from '../../secrets/secret.js';
import type { KeystoneClient } from '../openstack/identity/keystone-client.js';

/** What is wanted of a user, as far as it is about the password. */
export interface UserPassword {
  readonly name: string;
  readonly domain: string;
  readonly ensure: string;
  readonly enabled: boolean;
  readonly password?: Secret<string | false> | undefined;
  readonly replace_password: boolean;
}

/** Whether a user's password is anything of this run's business, once the user is there. */
export function shouldCheckPassword({ ensure, enabled, password, replace_password }: UserPassword): boolean {
  return ensure === 'present' && enabled && replace_password && typeof reveal(password) === 'string';
}

/** Whether the wanted password is the one that the user has. */
export async function hasDesiredPassword(
  keystone: KeystoneClient,
  { name, domain, password }: UserPassword,
): Promise<boolean> {
  const clear = reveal(password);
  return typeof clear === 'string' && keystone.isCurrentPassword(name, domain, clear);
}
