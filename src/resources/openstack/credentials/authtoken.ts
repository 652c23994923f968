import type { AuthOptions } from './auth-options.js';

/** Names of options from the time when the password was the only way to log in. */
const legacyNames: Readonly<Record<string, string>> = {
  admin_user: 'username',
  admin_password: 'password',
  admin_tenant_name: 'project_name',
};

/** The options that may contain Keystone's URL, the preferred one first. */
const urlOptions = ['auth_url', 'identity_uri', 'www_authenticate_uri', 'auth_uri'];

/** Returns the login options in the section `[keystone_authtoken]` of a service's configuration. */
export function parseAuthtokenSection(section: AuthOptions): AuthOptions {
  const options: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(section)) options[legacyNames[name] ?? name] = value;
  options.auth_url = urlOptions.map((name) => section[name]).find((address) => address !== undefined);
  return options;
}
