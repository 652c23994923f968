import { raise } from '../../errors/glance-apply-error.js';
import type { ApiObject } from '../openstack/pages.js';

/** A service by what it is called and does; one without a type is found by its name alone. */
export interface ServiceName {
  readonly name: string;
  readonly type?: string | undefined;
}

/**
 * The one service of a name; undefined where there is none.
 * @throws where there are several: nobody can tell which is meant.
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
