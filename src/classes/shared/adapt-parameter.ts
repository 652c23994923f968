import type { AttributeOptions } from '../../catalog/attribute.js';
import type { Attribute } from '../../catalog/index.js';

/**
 * Returns the parameter of another class with properties of its own, such as another default. Its type stays that of the
 * parameter, which published types name; a copy by `...` would be written out in full in them, member by member.
 * @example log_dir: adaptParameter(log_dir, { default: '/var/log/glance' })
 */
export function adaptParameter<P extends Attribute<unknown, unknown>>(
  parameter: P,
  changes: Partial<Pick<P, keyof AttributeOptions<unknown>>>,
): P {
  return { ...parameter, ...changes };
}
