import type { Options } from './options.js';

/** The options in variables of the environment: `OS_AUTH_URL` is `auth_url`. */
export function optionsInEnvironment(environment: Readonly<Record<string, string | undefined>>): Options {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith('OS_') ? [[name.slice(3).toLowerCase(), value]] : [],
    ),
  );
}
