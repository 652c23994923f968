import type { Scope } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { Anchor, Exec } from '../../resources/index.js';
import { secret } from '../../secrets/secret.js';
import { passOn } from '../pass-on.js';
import { isSet } from '../shared/index.js';
import { Bootstrap } from './bootstrap.js';
import { Endpoint } from './endpoint.js';
import { Admin } from './roles/admin.js';

type ClassScope = Scope & { readonly parameters: Readonly<Record<string, unknown>> };

/**
 * Declares the first administrator as Keystone's own class did up to Train. In a release with `keystone::bootstrap`, a
 * password given here is passed to that class, unless the manifest declares it.
 */
export function declareLegacyBootstrap(scope: ClassScope): void {
  const { admin_token, admin_password, enable_bootstrap, keystone_user } = scope.parameters;
  if (!isReleaseBetween(scope.release, undefined, 'train')) {
    if (isSet(admin_password) && enable_bootstrap !== false) declareSuccessor(scope);
    return;
  }
  if (admin_password === undefined) {
    scope.warn("the administrator's password is the admin token", 'set admin_password');
  }
  if (enable_bootstrap !== true) return;
  // Puppet's Newton passes the password as an argument, which every user of the host can read.
  new Exec(scope, 'keystone-manage bootstrap', {
    command: 'keystone-manage bootstrap',
    environment: [secret.text`OS_BOOTSTRAP_PASSWORD=${admin_password ?? admin_token}`],
    user: String(keystone_user),
    path: '/usr/bin',
    refreshonly: true,
    notify: Anchor.ref('keystone::service::begin'),
    subscribe: Anchor.ref('keystone::dbsync::end'),
    tag: 'keystone-exec',
  });
}

/** The names in `keystone::roles::admin` of the parameters of `keystone::bootstrap`. */
const ofAdmin = {
  email: 'email',
  username: 'admin',
  project_name: 'admin_tenant',
  service_project_name: 'service_tenant',
} as const;

/** The two classes that Bootstrap replaced are not declared, but their parameters are used. */
function declareSuccessor(scope: ClassScope): void {
  if (
    scope.find(Bootstrap) !== undefined ||
    !isReleaseBetween(scope.release, Bootstrap.definition.since, undefined)
  )
    return;
  const admin = scope.find(Admin)?.given ?? {};
  const { public_url, internal_url, admin_url, region } = scope.find(Endpoint)?.given ?? {};
  const { admin_password: password } = scope.parameters;
  new Bootstrap(scope, {
    password: passOn(password),
    ...Object.fromEntries(Object.entries(ofAdmin).map(([name, older]) => [name, admin[older]])),
    ...Object.fromEntries(
      Object.entries({ public_url, internal_url, admin_url, region }).filter(([, url]) => isSet(url)),
    ),
  });
}
