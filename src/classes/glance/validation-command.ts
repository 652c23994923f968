import type { Scope } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { toShellWord } from '../../formats/shell.js';
import { deriveSecret, revealAll, secret } from '../../secrets/secret.js';
import { formatOrFail, pick } from '../shared/index.js';

/** Builds Puppet's check that the API responds: a command that lists images as the service's user. */
export function buildValidationCommand(scope: Scope): Readonly<Record<string, unknown>> {
  const api = scope.parametersOf('glance::api') ?? {};
  const own = scope.parametersOf('glance::api::authtoken') ?? {};
  const word = (value: unknown) =>
    formatOrFail(scope, 'validate', () => toShellWord(String(revealAll(value) ?? '')));
  const url = word(pick(api.auth_uri, own.auth_uri, own.www_authenticate_uri));
  const project = word(pick(api.keystone_tenant, own.project_name));
  const user = word(pick(api.keystone_user, own.username));
  const password = pick(api.keystone_password, own.password) ?? '';
  const command = `glance --os-auth-url ${url} --os-project-name ${project} --os-username ${user}`;
  // In older releases the check has no environment parameter: the password is visible in the process list.
  return compareReleases(scope.release, 'rocky') < 0
    ? { command: deriveSecret(`${command} --os-password ${word(password)} image-list`, password) }
    : { command: `${command} image-list`, environment: [secret.text`OS_PASSWORD=${password}`] };
}
