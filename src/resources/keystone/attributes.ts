import { boolean, oneOf, parameter, property, Reference, string } from '../../catalog/index.js';
import type { Diff, State } from '../../engine/provider.js';
import { reveal } from '../../secrets/secret.js';
import type { ApiObject } from '../openstack/pages.js';

/** The domain of users and projects that are declared without one. */
export const defaultDomain = 'Default';

/** Attributes that several types of Keystone share. */
export const ensure = property(oneOf('present', 'absent'), 'Whether it exists in Keystone.', {
  default: 'present',
});
export const enabled = property(boolean, 'Whether it can be used.', { default: true });
export const id = parameter(string, 'Its ID in Keystone. Read-only.', {
  assigned: true,
});
export const domain = parameter(string, 'The domain that it belongs to.', { default: defaultDomain });

/** Returns the automatic relation of all types of Keystone: its API can be used only once the service is up. */
export function requireKeystone(): Reference[] {
  return [new Reference('anchor', 'keystone::service::end')];
}

/** Returns the state of an object, with its id and the given properties; a property without a value is ''. */
export function toObjectState(thing: ApiObject | undefined, properties: readonly string[] = []): State {
  if (thing === undefined) return { ensure: 'absent' };
  const values = properties.map((name) => [name, thing[name] ?? '']);
  return { ensure: 'present', id: thing.id, ...Object.fromEntries(values) };
}

/** Returns the desired values of those of the given properties that differ from the observed state. */
export function selectChanges(
  diff: Diff,
  desired: Readonly<Record<string, unknown>>,
  properties: readonly string[],
): Record<string, unknown> {
  const changed = properties.filter((name) => diff.has(name) && desired[name] !== undefined);
  return Object.fromEntries(changed.map((name) => [name, reveal(desired[name])]));
}
