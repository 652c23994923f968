import type { Keystone } from './keystone.js';
import type { Thing } from './pages.js';

/** A service by what it is called and does; one without a type is found by its name alone. */
export interface ServiceName {
  readonly name: string;
  readonly type?: string | undefined;
}

/** So many services are asked for one by one; more than that, and the list of all is shorter. */
const FEW = 3;

/** Services of Keystone's catalog, among them all that are asked for and there. */
export async function findServices(
  keystone: Keystone,
  wanted: readonly ServiceName[],
): Promise<readonly Thing[]> {
  const different = new Map(wanted.map(({ name, type }) => [JSON.stringify([name, type]), { name, type }]));
  if (different.size > FEW) return keystone.list('services');
  const lists = await Promise.all([...different.values()].map((query) => keystone.list('services', query)));
  return lists.flat();
}

/**
 * The one service of a name; undefined where there is none.
 * @throws where there are several: nobody can tell which is meant.
 */
export function serviceNamed(services: readonly Thing[], { name, type }: ServiceName): Thing | undefined {
  const fitting = services.filter((one) => one.name === name && (type === undefined || one.type === type));
  const ids = new Set(fitting.map(({ id }) => id));
  if (ids.size > 1) {
    const which = type === undefined ? '' : ` of the type ${type}`;
    throw new Error(
      `Keystone has ${ids.size} services '${name}'${which} (${[...ids].join(', ')}); remove all but one with 'openstack service delete'`,
    );
  }
  return fitting[0];
}
