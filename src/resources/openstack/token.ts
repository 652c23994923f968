import type { Credentials, EntityName } from './credentials/credentials.js';

/** An endpoint of a service, as a token's catalog has it. */
interface CatalogEndpoint {
  readonly interface: string;
  readonly region_id?: string | null;
  readonly region?: string | null;
  readonly url: string;
}

/** What Keystone says where everything is. */
export type ServiceCatalog = readonly {
  readonly type: string;
  readonly endpoints: readonly CatalogEndpoint[];
}[];

/** A domain, as a token names that of its user and of its project. */
export interface TokenDomain {
  readonly id: string;
  readonly name: string;
}

/** A token, and what Keystone says with it. */
export interface Token {
  readonly value: string;
  readonly catalog: ServiceCatalog;
  readonly domains: readonly TokenDomain[];
}

/** What Keystone says with a token, as far as it does: it may be anything that listens there. */
interface TokenBody {
  readonly catalog?: unknown;
  readonly user?: { readonly domain?: unknown } | null;
  readonly project?: { readonly domain?: unknown } | null;
}

/** The body of a request for a token. */
export function buildLoginBody({ auth: proof, scope }: Pick<Credentials, 'auth' | 'scope'>): string {
  return JSON.stringify({
    auth: { identity: buildIdentity(proof), ...(scope === undefined ? {} : { scope }) },
  });
}

/** The body of a request that finds out whether a password is right, and asks for no right beside. */
export function buildPasswordBody(user: EntityName, password: string): string {
  const identity = { methods: ['password'], password: { user: { ...user, password } } };
  return JSON.stringify({ auth: { identity, scope: 'unscoped' } });
}

/** Reads a token out of an answer; undefined where it is none. */
export function parseToken(value: unknown, body: unknown): Token | undefined {
  const token = (body as { token?: TokenBody | null } | undefined | null)?.token;
  if (typeof value !== 'string' || typeof token !== 'object' || token === null) return undefined;
  const domains = [token.user?.domain, token.project?.domain].filter(isDomain);
  return { value, catalog: parseServiceCatalog(token.catalog), domains };
}

/** What of a catalog can be used: services with addresses. */
export function parseServiceCatalog(catalog: unknown): ServiceCatalog {
  return toObjects(catalog).flatMap(({ type, endpoints }) =>
    typeof type === 'string' ? [{ type, endpoints: toObjects(endpoints).filter(isEndpoint) }] : [],
  );
}

function toObjects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).filter((one) => typeof one === 'object' && one !== null) as Record<
    string,
    unknown
  >[];
}

function isEndpoint(
  one: Readonly<Record<string, unknown>>,
): one is Readonly<Record<string, unknown>> & CatalogEndpoint {
  const regions = [one.region_id, one.region].every((region) => region === null || isOptionalString(region));
  return typeof one.interface === 'string' && typeof one.url === 'string' && regions;
}

function isDomain(value: unknown): value is TokenDomain {
  const { id, name } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof id === 'string' && typeof name === 'string';
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

/** The address of a service; undefined where the catalog has none that fits. */
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
  // Debian's packages write 'regionOne' where everybody writes 'RegionOne'.
  const alike = (one: CatalogEndpoint) => regionOf(one).toLowerCase() === region.toLowerCase();
  return (endpoints.find((one) => regionOf(one) === region) ?? endpoints.find(alike))?.url;
}

function buildIdentity(proof: Credentials['auth']): object {
  if (proof.kind === 'token') return { methods: ['token'], token: { id: proof.token } };
  if (proof.kind === 'password') {
    return { methods: ['password'], password: { user: { ...proof.user, password: proof.password } } };
  }
  const { application, secret, user } = proof;
  const { id, name } = application;
  const whose = id === undefined ? { name, user } : { id };
  return {
    methods: ['application_credential'],
    application_credential: { ...whose, secret },
  };
}
