import { raise } from '../../../errors/glance-apply-error.js';
import type { Query } from './api-url.js';
import type { Collection, Keystone } from './keystone.js';
import type { Thing } from './pages.js';

/**
 * So many names are asked for one by one. Keystone takes as long to find out who asks as to list some five hundred users:
 * for more names than these, one list costs it less.
 */
const FEW = 4;

/**
 * Things of a collection by their names, for as few requests as that takes. What a list lacks that Keystone was told to
 * cut off is asked for by name.
 * @param query Narrows the collection: `{ domain_id }`.
 */
export async function findByName(
  keystone: Keystone,
  collection: Collection,
  names: Iterable<string>,
  query: Query = {},
): Promise<ReadonlyMap<string, Thing>> {
  const wanted = new Set(names);
  const found = new Map<string, Thing>();
  const take = (things: readonly Thing[]) => {
    for (const thing of things) {
      if (typeof thing.name === 'string' && wanted.has(thing.name)) found.set(thing.name, thing);
    }
  };
  if (wanted.size > FEW) {
    const { things, isCut } = await keystone.listing(collection, query);
    take(things);
    if (!isCut) return found;
  }
  const missing = [...wanted].filter((name) => !found.has(name));
  await Promise.all(missing.map(async (name) => take(await keystone.list(collection, { ...query, name }))));
  return found;
}

/** The id of a domain by its name. */
export function domainId(keystone: Keystone, name: string): Promise<string | undefined> {
  return keystone.names.id(`domain ${name}`, async () => {
    const own = await keystone.ownDomains();
    const known = own.find((domain) => domain.name === name);
    if (known !== undefined) return known.id;
    return (await findByName(keystone, 'domains', [name])).get(name)?.id;
  });
}

/** The id of a domain that must be there. */
export async function domainIdOrThrow(keystone: Keystone, name: string): Promise<string> {
  const id = await domainId(keystone, name);
  if (id !== undefined) return id;
  raise('openstack.missing', `Keystone has no domain '${name}'; declare a keystone_domain of this name`);
}

/** Something by its name and the name of its domain. */
export interface InDomain {
  readonly name: string;
  readonly domain: string;
}

/** Things in their domains, by `inDomainKey`. Those of a domain that is not there are not there, either. */
export async function findInDomains(
  keystone: Keystone,
  collection: 'users' | 'projects',
  wanted: readonly InDomain[],
): Promise<ReadonlyMap<string, Thing>> {
  const domains = [...new Set(wanted.map(({ domain }) => domain))];
  const parts = await Promise.all(
    domains.map(async (domain) => {
      const id = await domainId(keystone, domain);
      if (id === undefined) return [];
      const names = wanted.filter((one) => one.domain === domain).map(({ name }) => name);
      const found = await findByName(keystone, collection, names, { domain_id: id });
      return [...found].map(([name, thing]) => [inDomainKey({ name, domain }), thing] as const);
    }),
  );
  return new Map(parts.flat());
}

/** What tells things of one name in two domains apart. */
export function inDomainKey({ name, domain }: InDomain): string {
  return JSON.stringify([name, domain]);
}
