import type { State } from '../../engine/provider.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { KeystoneClient } from '../openstack/identity/keystone-client.js';
import type { ApiObject } from '../openstack/pages.js';

/** The three sides from which a service is found, in the order in which Puppet names their ids. */
export const interfaces = ['admin', 'internal', 'public'] as const;
export type EndpointInterface = (typeof interfaces)[number];

/** The property that has the address of a side. */
export function toUrlAttribute<const I extends EndpointInterface>(kind: I): `${I}_url` {
  return `${kind}_url`;
}

/**
 * The endpoints of a service in a region, from the list of all: a catalog that is sent with every token is never long,
 * and one list serves every service that is declared.
 */
export async function findEndpoints(
  keystone: KeystoneClient,
  service: string,
  region: string,
): Promise<ApiObject[]> {
  const all = await keystone.list('endpoints');
  return all.filter((one) => one.service_id === service && (one.region_id ?? one.region) === region);
}

/** The state of up to three endpoints that are one resource; of a side that is there twice, both addresses. */
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
