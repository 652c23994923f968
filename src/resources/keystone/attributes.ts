import { boolean, oneOf, parameter, property, Reference, string } from '../../catalog/index.js';
import type { Diff, State } from '../../engine/provider.js';
import { reveal } from '../../secrets/secret.js';
import type { ApiObject } from '../openstack/pages.js';

/** The domain of what names none. */
export const defaultDomain = 'Default';

/** What every thing in Keystone has. */
export const ensure = property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' });
export const enabled = property(boolean, 'Whether it can be used.', { default: true });
export const id = parameter(string, "Keystone's id of it: what is read, never set.", {
  assigned: true,
});
export const domain = parameter(string, 'The domain that it belongs to.', { default: defaultDomain });

/** Nothing can be done in Keystone before the service is up. */
export function requireKeystone(): Reference[] {
  return [new Reference('anchor', 'keystone::service::end')];
}

/** The state of a thing, with its id and those of its attributes that are properties; what has none reads as ''. */
export function toObjectState(thing: ApiObject | undefined, properties: readonly string[] = []): State {
  if (thing === undefined) return { ensure: 'absent' };
  const values = properties.map((name) => [name, thing[name] ?? '']);
  return { ensure: 'present', id: thing.id, ...Object.fromEntries(values) };
}

/** The wanted values of some properties, where they differ from what is there. */
export function selectChanges(
  diff: Diff,
  wanted: Readonly<Record<string, unknown>>,
  properties: readonly string[],
): Record<string, unknown> {
  const changed = properties.filter((name) => diff.has(name) && wanted[name] !== undefined);
  return Object.fromEntries(changed.map((name) => [name, reveal(wanted[name])]));
}
