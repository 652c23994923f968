import type { Keystone } from './api/keystone.js';

/** What is wanted of a user, as far as it is about the password. */
export interface UserPassword {
  readonly name: string;
  readonly domain: string;
  readonly ensure: string;
  readonly enabled: boolean;
  readonly password?: string | false | undefined;
  readonly replace_password: boolean;
}

/** Whether a user's password is anything of this run's business, once the user is there. */
export function isChecked({ ensure, enabled, password, replace_password }: UserPassword): boolean {
  return ensure === 'present' && enabled && replace_password && typeof password === 'string';
}

/** Whether the wanted password is the one that the user has. */
export async function hasPassword(
  keystone: Keystone,
  { name, domain, password }: UserPassword,
): Promise<boolean> {
  return typeof password === 'string' && keystone.isPassword(name, domain, password);
}
