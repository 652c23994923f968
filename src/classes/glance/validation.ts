import type { Scope } from '../../catalog/index.js';
import { derivedSecret, isTainted, revealAll, type Secret } from '../../secrets/secret.js';
import { pick } from '../tables/index.js';

/** The command that lists images as the service's own user: Puppet's check that the API answers. */
export function validationCommand(scope: Scope): string | Secret<string> {
  const api = scope.parametersOf('glance::api') ?? {};
  const own = scope.parametersOf('glance::api::authtoken') ?? {};
  const parts = [
    pick(api.auth_uri, own.auth_uri, own.www_authenticate_uri),
    pick(api.keystone_tenant, own.project_name),
    pick(api.keystone_user, own.username),
    pick(api.keystone_password, own.password),
  ];
  const [url, project, user, password] = parts.map((value) => String(revealAll(value) ?? ''));
  const command = `glance --os-auth-url ${url} --os-project-name ${project} --os-username ${user} --os-password ${password} image-list`;
  return isTainted(parts) ? derivedSecret(command, parts) : command;
}
