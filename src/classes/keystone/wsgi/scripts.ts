import type { Scope } from '../../../catalog/index.js';
import { Anchor, File } from '../../../resources/index.js';

/** Removes a trailing slash from a path, except from the root. */
const trimmed = (path: unknown) => String(path).replace(/(?<=.)\/$/, '');

/** Declares the public and the admin script that Apache runs up to Rocky. */
export function declareScripts(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  directory: string,
): void {
  const { public_port, admin_port, public_path, admin_path, wsgi_script_ensure, wsgi_script_source } =
    scope.parameters;
  const { wsgi_admin_script_source, wsgi_public_script_source } = scope.parameters;
  if (String(public_port) === String(admin_port) && trimmed(public_path) === trimmed(admin_path)) {
    scope.fail(
      'everyone and administrators cannot find Keystone at the same port and path',
      'choose another admin_path, or another admin_port',
    );
  }
  const owner = { owner: 'keystone', group: 'keystone' };
  new File(scope, directory, {
    ensure: 'directory',
    ...owner,
    mode: '0755',
    require: Anchor.ref('keystone::install::end'),
  });
  const script = (title: string, name: string, origin: unknown) => {
    const from = String(wsgi_script_source ?? origin);
    new File(scope, title, {
      ensure: wsgi_script_ensure,
      path: `${directory}/${name}`,
      ...(wsgi_script_ensure === 'link' ? { target: from } : { source: from }),
      ...owner,
      mode: '0644',
      require: File.ref(directory),
      // Puppet's virtual hosts, which need them, are before this anchor.
      before: Anchor.ref('keystone::config::end'),
    } as ConstructorParameters<typeof File>[2]);
  };
  script('keystone_wsgi_admin', 'keystone-admin', wsgi_admin_script_source);
  script('keystone_wsgi_main', 'keystone-public', wsgi_public_script_source);
  scope.warn(
    'the virtual hosts of keystone_wsgi are not managed: this library has no module for Apache',
    'write them manually',
  );
}
