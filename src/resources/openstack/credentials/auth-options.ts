import { toVersionUrl } from '../api-url.js';
import { serviceApis } from '../services.js';
import type { AuthMethod, Credentials, EntityName, TokenScope } from './credentials.js';

/** The login options of any source, by OpenStack's names: `auth_url`, `project_name`. */
export type AuthOptions = Readonly<Record<string, string | undefined>>;

/** Older names of options, and names in one source only. */
const aliases: Readonly<Record<string, string>> = {
  tenant_name: 'project_name',
  tenant_id: 'project_id',
  endpoint_type: 'interface',
  user_name: 'username',
  cafile: 'cacert',
};

/**
 * Returns the credentials in the options of one source; undefined if they are not sufficient to log in.
 * @param origin The source, for messages.
 */
export function toCredentials(origin: string, sourceOptions: AuthOptions): Credentials | undefined {
  const options = normalizeNames(sourceOptions);
  const auth = findAuthMethod(options);
  if (options.auth_url === undefined || auth === undefined) return undefined;
  const kind = options.interface?.replace(/URL$/, '');
  return {
    origin,
    authUrl: toVersionUrl(options.auth_url, serviceApis.identity.version),
    auth,
    scope: auth.kind === 'application' ? undefined : findTokenScope(options),
    region: options.region_name,
    interface: kind === 'internal' || kind === 'admin' ? kind : 'public',
    caFile: options.cacert,
    verify: !isTrue(options.insecure) && options.verify?.toLowerCase() !== 'false',
    endpoints: Object.fromEntries(
      Object.keys(serviceApis).flatMap((type) => {
        const url = options[`${type}_endpoint_override`];
        return url === undefined ? [] : [[type, url]];
      }),
    ),
  };
}

function normalizeNames(options: AuthOptions): AuthOptions {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries.map(([name, value]) => [aliases[name] ?? name, value]));
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

/** Returns the id of a user or project, or its name with the domain that the options name for it. */
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

function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(true|yes|on|1)$/i.test(text);
}
