import { raise } from '../../../errors/glance-apply-error.js';
import type { Query } from '../api-url.js';
import type { ApiObject } from '../pages.js';
import type { Collection, KeystoneClient } from './keystone-client.js';

/**
 * So many names are asked for one by one. Keystone takes as long to find out who asks as to list some five hundred users:
 * for more names than these, one list costs it less.
 */
const MAX_SINGLE_REQUESTS = 4;

/**
 * Things of a collection by their names, for as few requests as that takes. What a list lacks that Keystone was told to
 * cut off is asked for by name.
 * @param query Narrows the collection: `{ domain_id }`.
 */
export async function findByName(
  keystone: KeystoneClient,
  collection: Collection,
  names: Iterable<string>,
  query: Query = {},
): Promise<ReadonlyMap<string, ApiObject>> {
  const wanted = new Set(names);
  const found = new Map<string, ApiObject>();
  const take = (things: readonly ApiObject[]) => {
    for (const thing of things) {
      if (typeof thing.name === 'string' && wanted.has(thing.name)) found.set(thing.name, thing);
    }
  };
  if (wanted.size > MAX_SINGLE_REQUESTS) {
    const { items: things, isTruncated: isCut } = await keystone.listWithLimit(collection, query);
    take(things);
    if (!isCut) return found;
  }
  const missing = [...wanted].filter((name) => !found.has(name));
  await Promise.all(missing.map(async (name) => take(await keystone.list(collection, { ...query, name }))));
  return found;
}

/** The id of a domain by its name. */
export function findDomainId(keystone: KeystoneClient, name: string): Promise<string | undefined> {
  return keystone.ids.find(`domain ${name}`, async () => {
    const own = await keystone.domainsOfToken();
    const known = own.find((domain) => domain.name === name);
    if (known !== undefined) return known.id;
    return (await findByName(keystone, 'domains', [name])).get(name)?.id;
  });
}

/** The id of a domain that must be there. */
export async function requireDomainId(keystone: KeystoneClient, name: string): Promise<string> {
  const id = await findDomainId(keystone, name);
  if (id !== undefined) return id;
  raise('openstack.missing', `Keystone has no domain '${name}'; declare a keystone_domain of this name`);
}

/** Something by its name and the name of its domain. */
export interface QualifiedName {
  readonly name: string;
  readonly domain: string;
}

/** Things in their domains, by `inDomainKey`. Those of a domain that is not there are not there, either. */
export async function findInDomains(
  keystone: KeystoneClient,
  collection: 'users' | 'projects',
  wanted: readonly QualifiedName[],
): Promise<ReadonlyMap<string, ApiObject>> {
  const domains = [...new Set(wanted.map(({ domain }) => domain))];
  const parts = await Promise.all(
    domains.map(async (domain) => {
      const id = await findDomainId(keystone, domain);
      if (id === undefined) return [];
      const names = wanted.filter((one) => one.domain === domain).map(({ name }) => name);
      const found = await findByName(keystone, collection, names, { domain_id: id });
      return [...found].map(([name, thing]) => [toQualifiedKey({ name, domain }), thing] as const);
    }),
  );
  return new Map(parts.flat());
}

/** What tells things of one name in two domains apart. */
export function toQualifiedKey({ name, domain }: QualifiedName): string {
  return JSON.stringify([name, domain]);
}
