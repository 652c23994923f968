import { boolean, oneOf, parameter, property, Reference, string } from '../../catalog/index.js';

/** The domain of what names none. */
export const defaultDomain = 'Default';

/** What every thing in Keystone has. */
export const ensure = property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' });
export const enabled = property(boolean, 'Whether it can be used.', { default: true });
export const id = parameter(string, "Keystone's id of it: what is read, never set.");
export const domain = parameter(string, 'The domain that it belongs to.', { default: defaultDomain });

/** Nothing can be done in Keystone before the service is up. */
export function afterKeystone(): Reference[] {
  return [new Reference('anchor', 'keystone::service::end')];
}
