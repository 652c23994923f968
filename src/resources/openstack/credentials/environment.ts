import type { AuthOptions } from './auth-options.js';

/** Returns the options in environment variables: `OS_AUTH_URL` is `auth_url`. */
export function parseOsVariables(environment: Readonly<Record<string, string | undefined>>): AuthOptions {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith('OS_') ? [[name.slice(3).toLowerCase(), value]] : [],
    ),
  );
}
