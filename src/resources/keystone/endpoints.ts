import type { State } from '../../engine/provider.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { KeystoneClient } from '../openstack/identity/keystone-client.js';
import type { ApiObject } from '../openstack/pages.js';

/** The interfaces of a service, in the order in which Puppet lists the ids of their endpoints. */
export const interfaces = ['admin', 'internal', 'public'] as const;
export type EndpointInterface = (typeof interfaces)[number];

/** Returns the name of the property that contains the URL of an interface. */
export function toUrlAttribute<const I extends EndpointInterface>(kind: I): `${I}_url` {
  return `${kind}_url`;
}

/**
 * Returns the endpoints of a service in a region, selected from the list of all endpoints: that list is never long,
 * because every token contains it, and reading it once is enough for all declared services.
 */
export async function findEndpoints(
  keystone: KeystoneClient,
  service: string,
  region: string,
): Promise<ApiObject[]> {
  const all = await keystone.list('endpoints');
  return all.filter((one) => one.service_id === service && (one.region_id ?? one.region) === region);
}

/** Returns the state of the endpoints of one resource; an interface with several endpoints has all their URLs. */
export function toEndpointState(there: readonly ApiObject[]): State {
  if (there.length === 0) return { ensure: 'absent' };
  const sides = interfaces.map((kind) => there.filter((one) => one.interface === kind));
  const urls = sides.flatMap((side, at) =>
    side.length === 0
      ? []
      : [[toUrlAttribute(ensureDefined(interfaces[at])), side.map(({ url }) => String(url)).join(', ')]],
  );
  const ids = sides.map((side) => side.map(({ id }) => id).join('+')).filter((ids) => ids !== '');
  return { ensure: 'present', id: ids.join(','), ...Object.fromEntries(urls) };
}
