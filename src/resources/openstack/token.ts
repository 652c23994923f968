import { isHash } from '../../data/is-hash.js';
import type { Credentials, EntityName } from './credentials/credentials.js';

/** An endpoint of a service in the catalog of a token. */
interface CatalogEndpoint {
  readonly interface: string;
  readonly region_id?: string | null;
  readonly region?: string | null;
  readonly url: string;
}

/** The services of a cloud with their endpoints. */
export type ServiceCatalog = readonly {
  readonly type: string;
  readonly endpoints: readonly CatalogEndpoint[];
}[];

/** A domain: that of the token's user or project. */
export interface TokenDomain {
  readonly id: string;
  readonly name: string;
}

/** A token with what Keystone returns beside it. */
export interface Token {
  readonly value: string;
  readonly catalog: ServiceCatalog;
  readonly domains: readonly TokenDomain[];
}

/** The response with a token. Every part may be missing: any server may be listening there. */
interface TokenBody {
  readonly catalog?: unknown;
  readonly user?: { readonly domain?: unknown } | null;
  readonly project?: { readonly domain?: unknown } | null;
}

/** Returns the body of a request for a token. */
export function buildLoginBody({ auth, scope }: Pick<Credentials, 'auth' | 'scope'>): string {
  return JSON.stringify({
    auth: { identity: buildIdentity(auth), ...(scope === undefined ? {} : { scope }) },
  });
}

/** Returns the body of a request that checks a password, for a token without any rights. */
export function buildPasswordBody(user: EntityName, password: string): string {
  const identity = { methods: ['password'], password: { user: { ...user, password } } };
  return JSON.stringify({ auth: { identity, scope: 'unscoped' } });
}

/** Returns the token of a response; undefined if it has none. */
export function parseToken(value: unknown, body: unknown): Token | undefined {
  const token = (body as { token?: TokenBody | null } | undefined | null)?.token;
  if (typeof value !== 'string' || typeof token !== 'object' || token === null) return undefined;
  const domains = [token.user?.domain, token.project?.domain].filter(isDomain);
  return { value, catalog: parseServiceCatalog(token.catalog), domains };
}

/** Returns the services of a catalog, with those of their endpoints that are complete. */
export function parseServiceCatalog(catalog: unknown): ServiceCatalog {
  return toObjects(catalog).flatMap(({ type, endpoints }) =>
    typeof type === 'string' ? [{ type, endpoints: toObjects(endpoints).filter(isEndpoint) }] : [],
  );
}

function toObjects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isHash);
}

function isEndpoint(
  one: Readonly<Record<string, unknown>>,
): one is Readonly<Record<string, unknown>> & CatalogEndpoint {
  const regions = [one.region_id, one.region].every((region) => region === null || isOptionalString(region));
  return typeof one.interface === 'string' && typeof one.url === 'string' && regions;
}

function isDomain(value: unknown): value is TokenDomain {
  return isHash(value) && typeof value.id === 'string' && typeof value.name === 'string';
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

/** Returns the URL of a service; undefined if the catalog has none in the region and interface. */
export function findServiceUrl(
  catalog: ServiceCatalog,
  type: string,
  { interface: kind, region }: Pick<Credentials, 'interface' | 'region'>,
): string | undefined {
  const endpoints = catalog
    .filter((service) => service.type === type)
    .flatMap((one) => one.endpoints)
    .filter((one) => one.interface === kind);
  if (region === undefined) return endpoints[0]?.url;
  const regionOf = (one: CatalogEndpoint) => one.region_id ?? one.region ?? region;
  // Debian's packages write 'regionOne' instead of 'RegionOne'.
  const hasSimilarRegion = (one: CatalogEndpoint) => regionOf(one).toLowerCase() === region.toLowerCase();
  return (endpoints.find((one) => regionOf(one) === region) ?? endpoints.find(hasSimilarRegion))?.url;
}

function buildIdentity(auth: Credentials['auth']): object {
  if (auth.kind === 'token') return { methods: ['token'], token: { id: auth.token } };
  if (auth.kind === 'password') {
    return { methods: ['password'], password: { user: { ...auth.user, password: auth.password } } };
  }
  const { application, secret, user } = auth;
  const { id, name } = application;
  // A name is unique only among the application credentials of its user.
  const identifier = id === undefined ? { name, user } : { id };
  return {
    methods: ['application_credential'],
    application_credential: { ...identifier, secret },
  };
}
