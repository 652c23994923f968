import type { Options } from './options.js';

/** Options as services spelled them before there were several ways to log in. */
const older: Readonly<Record<string, string>> = {
  admin_user: 'username',
  admin_password: 'password',
  admin_tenant_name: 'project_name',
};

/** Where Keystone is, in the order in which a service's options are asked for it. */
const addresses = ['auth_url', 'identity_uri', 'www_authenticate_uri', 'auth_uri'];

/** The options for logging in that a service's own configuration has, from its section `[keystone_authtoken]`. */
export function optionsInAuthtoken(section: Options): Options {
  const options: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(section)) options[older[name] ?? name] = value;
  options.auth_url = addresses.map((name) => section[name]).find((address) => address !== undefined);
  return options;
}
