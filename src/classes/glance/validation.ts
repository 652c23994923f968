import type { Scope } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { revealAll, secret } from '../../secrets/secret.js';
import { pick } from '../tables/index.js';

/** What lists images as the service's own user: Puppet's check that the API answers. */
export function validation(scope: Scope): Readonly<Record<string, unknown>> {
  const api = scope.parametersOf('glance::api') ?? {};
  const own = scope.parametersOf('glance::api::authtoken') ?? {};
  const text = (value: unknown) => String(revealAll(value) ?? '');
  const url = text(pick(api.auth_uri, own.auth_uri, own.www_authenticate_uri));
  const project = text(pick(api.keystone_tenant, own.project_name));
  const user = text(pick(api.keystone_user, own.username));
  const password = pick(api.keystone_password, own.password) ?? '';
  const command = `glance --os-auth-url ${url} --os-project-name ${project} --os-username ${user}`;
  // Older releases of the check take no variables: there the password can be seen while it runs.
  return compareReleases(scope.release, 'rocky') < 0
    ? { command: secret.text`${command} --os-password ${password} image-list` }
    : { command: `${command} image-list`, environment: [secret.text`OS_PASSWORD=${password}`] };
}
