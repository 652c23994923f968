import type { State } from '../../engine/provider.js';
import type { Keystone } from './api/keystone.js';
import type { Thing } from './api/pages.js';
import { defaultDomain } from './common.js';

/** Everything of a kind that lives in domains, by `name`, or by `name::domain` where it is not the usual domain. */
export async function inEveryDomain(
  keystone: Keystone,
  collection: 'users' | 'projects',
  stateOf: (thing: Thing) => State,
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
