import type { State } from '../../engine/provider.js';
import type { KeystoneClient } from '../openstack/identity/keystone-client.js';
import type { ApiObject } from '../openstack/pages.js';
import { defaultDomain } from './attributes.js';

/** Returns all users or projects, by `name`, or by `name::domain` if they are not in the domain `Default`. */
export async function listByDomain(
  keystone: KeystoneClient,
  collection: 'users' | 'projects',
  stateOf: (thing: ApiObject) => State,
): Promise<Map<string, State>> {
  const [domains, things] = await Promise.all([keystone.list('domains'), keystone.list(collection)]);
  const names = new Map(domains.map(({ id, name }) => [id, String(name)]));
  return new Map(
    things.map((thing) => {
      const domain = names.get(String(thing.domain_id)) ?? defaultDomain;
      return [domain === defaultDomain ? String(thing.name) : `${thing.name}::${domain}`, stateOf(thing)];
    }),
  );
}
