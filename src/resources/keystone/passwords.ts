import { reveal, type Secret } from '../../secrets/secret.js';
import type { KeystoneClient } from '../openstack/identity/keystone-client.js';

/** The attributes of a user that concern its password. */
export interface UserPassword {
  readonly name: string;
  readonly domain: string;
  readonly ensure: string;
  readonly enabled: boolean;
  readonly password?: Secret<string | false> | undefined;
  readonly replace_password: boolean;
}

/** Returns whether the password of a user is managed once the user exists. */
export function shouldCheckPassword({ ensure, enabled, password, replace_password }: UserPassword): boolean {
  return ensure === 'present' && enabled && replace_password && typeof reveal(password) === 'string';
}

/** Returns whether the desired password is the current password of the user. */
export async function hasDesiredPassword(
  keystone: KeystoneClient,
  { name, domain, password }: UserPassword,
): Promise<boolean> {
  const clear = reveal(password);
  return typeof clear === 'string' && keystone.isCurrentPassword(name, domain, clear);
}
