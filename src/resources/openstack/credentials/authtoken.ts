import type { AuthOptions } from './auth-options.js';

/** Options as services spelled them before there were several ways to log in. */
const legacyNames: Readonly<Record<string, string>> = {
  admin_user: 'username',
  admin_password: 'password',
  admin_tenant_name: 'project_name',
};

/** Where Keystone is, in the order in which a service's options are asked for it. */
const urlOptions = ['auth_url', 'identity_uri', 'www_authenticate_uri', 'auth_uri'];

/** The options for logging in that a service's own configuration has, from its section `[keystone_authtoken]`. */
export function parseAuthtokenSection(section: AuthOptions): AuthOptions {
  const options: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(section)) options[legacyNames[name] ?? name] = value;
  options.auth_url = urlOptions.map((name) => section[name]).find((address) => address !== undefined);
  return options;
}
