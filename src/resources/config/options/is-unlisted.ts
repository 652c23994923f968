import { pluginOptions, pluginSwitches, unlistedOptions } from '../../glance/options/unlisted.js';

/** Whether a service may read an option although no sample lists it in the section. */
export function isUnlisted(section: string, option: string, listed: ReadonlySet<string>): boolean {
  if (Object.hasOwn(unlistedOptions[section] ?? {}, option)) return true;
  if (!pluginOptions.has(option)) return false;
  return [...pluginSwitches].some((name) => listed.has(name));
}
