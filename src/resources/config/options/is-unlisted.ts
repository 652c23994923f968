import type { ServiceOptions } from './service-options.js';
import { pluginOptions, pluginSwitches, sharedUnlistedOptions } from './shared-options.js';

/** Returns whether a service may read an option although its sample does not list it in the section. */
export function isUnlisted(
  { unlisted }: ServiceOptions,
  section: string,
  option: string,
  listed: ReadonlySet<string>,
): boolean {
  for (const table of [sharedUnlistedOptions, unlisted])
    if (Object.hasOwn(table[section] ?? {}, option)) return true;
  if (!pluginOptions.has(option)) return false;
  return [...pluginSwitches].some((name) => listed.has(name));
}
