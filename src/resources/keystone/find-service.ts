import { raise } from '../../errors/glance-apply-error.js';
import type { ApiObject } from '../openstack/pages.js';

/** The name and the type of a service. Without a type, the name alone identifies it. */
export interface ServiceName {
  readonly name: string;
  readonly type?: string | undefined;
}

/**
 * Returns the service of a name; undefined if it does not exist.
 * @throws if there are several, because it is unknown which one is meant.
 */
export function findService(
  services: readonly ApiObject[],
  { name, type }: ServiceName,
): ApiObject | undefined {
  const fitting = services.filter((one) => one.name === name && (type === undefined || one.type === type));
  const ids = new Set(fitting.map(({ id }) => id));
  if (ids.size > 1) {
    const which = type === undefined ? '' : ` of the type ${type}`;
    raise(
      'openstack.ambiguous',
      `Keystone has ${ids.size} services '${name}'${which} (${[...ids].join(', ')}); remove all but one with 'openstack service delete'`,
    );
  }
  return fitting[0];
}
