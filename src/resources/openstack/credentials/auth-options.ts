import type { AuthMethod, Credentials, EntityName, TokenScope } from './credentials.js';

/** Options as all sources spell them: `auth_url`, `project_name`. */
export type AuthOptions = Readonly<Record<string, string | undefined>>;

/** Older spellings of options, and those of one source alone. */
const spellings: Readonly<Record<string, string>> = {
  tenant_name: 'project_name',
  tenant_id: 'project_id',
  endpoint_type: 'interface',
  user_name: 'username',
  cafile: 'cacert',
};

/** The services whose address an option may give. */
const overridableServices: Readonly<Record<string, string>> = { image: 'image', identity: 'identity' };

/**
 * What options say about logging in; undefined where they are not enough.
 * @param origin Where they come from, for messages.
 */
export function toCredentials(origin: string, given: AuthOptions): Credentials | undefined {
  const options = normalizeNames(given);
  const proof = findAuthMethod(options);
  if (options.auth_url === undefined || proof === undefined) return undefined;
  const kind = options.interface?.replace(/URL$/, '');
  return {
    origin,
    authUrl: toVersion3Url(options.auth_url),
    auth: proof,
    scope: proof.kind === 'application' ? undefined : findTokenScope(options),
    region: options.region_name,
    interface: kind === 'internal' || kind === 'admin' ? kind : 'public',
    caFile: options.cacert,
    verify: !isTrue(options.insecure) && options.verify?.toLowerCase() !== 'false',
    endpoints: Object.fromEntries(
      Object.entries(overridableServices).flatMap(([type, name]) => {
        const address = options[`${name}_endpoint_override`];
        return address === undefined ? [] : [[type, address]];
      }),
    ),
  };
}

function normalizeNames(given: AuthOptions): AuthOptions {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries.map(([name, value]) => [spellings[name] ?? name, value]));
}

function findAuthMethod(options: AuthOptions): AuthMethod | undefined {
  const user = readEntityName(options, 'user', options.username);
  const { password, token, application_credential_secret: secret } = options;
  const application = readEntityName(options, 'application_credential', options.application_credential_name);
  if (secret !== undefined && hasIdOrName(application))
    return { kind: 'application', application, secret, user };
  if (password !== undefined && hasIdOrName(user)) return { kind: 'password', user, password };
  return token === undefined ? undefined : { kind: 'token', token };
}

function findTokenScope(options: AuthOptions): TokenScope | undefined {
  const project = readEntityName(options, 'project', options.project_name);
  if (hasIdOrName(project)) return { project };
  if (options.system_scope !== undefined) return { system: { all: true } };
  const domain = { id: options.domain_id, name: options.domain_name };
  return hasIdOrName(domain) ? { domain } : undefined;
}

/** Somebody by id, or by name in the domain that is named for it. */
function readEntityName(options: AuthOptions, kind: string, name: string | undefined): EntityName {
  const id = options[`${kind}_id`];
  if (id !== undefined) return { id };
  const domainId = options[`${kind}_domain_id`] ?? options.default_domain_id;
  const domainName = options[`${kind}_domain_name`] ?? options.default_domain_name ?? options.default_domain;
  const domain =
    domainId === undefined || options[`${kind}_domain_name`] !== undefined
      ? { name: domainName ?? 'Default' }
      : { id: domainId };
  return { name, domain };
}

function hasIdOrName({ id, name }: EntityName): boolean {
  return id !== undefined || name !== undefined;
}

/** Only version 3 is spoken, whatever the address says. */
function toVersion3Url(url: string): string {
  return `${url.replace(/\/+$/, '').replace(/\/v(2\.0|3)$/, '')}/v3`;
}

function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(true|yes|on|1)$/i.test(text);
}
