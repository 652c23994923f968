import { raise } from '../../../errors/glance-apply-error.js';
import type { Query } from '../api-url.js';
import type { ApiObject } from '../pages.js';
import type { Collection, KeystoneClient } from './keystone-client.js';

/**
 * The number of names up to which each is requested by itself. Keystone takes as long to authenticate a request as to
 * list some five hundred users: for more names, one list is less work.
 */
const MAX_SINGLE_REQUESTS = 4;

/**
 * Returns the objects of a collection with the given names, in as few requests as possible. What Keystone leaves out of
 * a list because of its list_limit is requested by name.
 * @param query Restricts the collection: `{ domain_id }`.
 */
export async function findByName(
  keystone: KeystoneClient,
  collection: Collection,
  names: Iterable<string>,
  query: Query = {},
): Promise<ReadonlyMap<string, ApiObject>> {
  const requested = new Set(names);
  const found = new Map<string, ApiObject>();
  const collect = (objects: readonly ApiObject[]) => {
    for (const object of objects) {
      if (typeof object.name === 'string' && requested.has(object.name)) found.set(object.name, object);
    }
  };
  if (requested.size > MAX_SINGLE_REQUESTS) {
    const { items, isTruncated } = await keystone.listWithLimit(collection, query);
    collect(items);
    if (!isTruncated) return found;
  }
  const missing = [...requested].filter((name) => !found.has(name));
  await Promise.all(
    missing.map(async (name) => collect(await keystone.list(collection, { ...query, name }))),
  );
  return found;
}

/** Returns the id of a domain; undefined if it does not exist. */
export function findDomainId(keystone: KeystoneClient, name: string): Promise<string | undefined> {
  return keystone.ids.find(`domain ${name}`, async () => {
    const own = await keystone.domainsOfToken();
    const known = own.find((domain) => domain.name === name);
    if (known !== undefined) return known.id;
    return (await findByName(keystone, 'domains', [name])).get(name)?.id;
  });
}

/** Returns the id of a domain, or throws if it does not exist. */
export async function requireDomainId(keystone: KeystoneClient, name: string): Promise<string> {
  const id = await findDomainId(keystone, name);
  if (id !== undefined) return id;
  raise('openstack.missing', `Keystone has no domain '${name}'; declare a keystone_domain of this name`);
}

/** The name of a user or project, and the name of its domain. */
export interface QualifiedName {
  readonly name: string;
  readonly domain: string;
}

/** Returns users or projects of several domains, by `toQualifiedKey`. A domain that does not exist has none. */
export async function findInDomains(
  keystone: KeystoneClient,
  collection: 'users' | 'projects',
  names: readonly QualifiedName[],
): Promise<ReadonlyMap<string, ApiObject>> {
  const domains = [...new Set(names.map(({ domain }) => domain))];
  const parts = await Promise.all(
    domains.map(async (domain) => {
      const id = await findDomainId(keystone, domain);
      if (id === undefined) return [];
      const namesOfDomain = names.filter((one) => one.domain === domain).map(({ name }) => name);
      const found = await findByName(keystone, collection, namesOfDomain, { domain_id: id });
      return [...found].map(([name, object]) => [toQualifiedKey({ name, domain }), object] as const);
    }),
  );
  return new Map(parts.flat());
}

/** Returns a key that distinguishes objects of one name in two domains. */
export function toQualifiedKey({ name, domain }: QualifiedName): string {
  return JSON.stringify([name, domain]);
}
