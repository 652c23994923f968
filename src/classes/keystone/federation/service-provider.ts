import { arrayOf, boolean, integer, oneOf, parameter, type Scope, string } from '../../../catalog/index.js';
import { compareReleases, isReleaseBetween } from '../../../data/releases.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { declareSettings } from '../../shared/index.js';

const MAPPED = 'keystone.auth.plugins.mapped.Mapped';

const ports = { until: 'rocky', obsolete: 'Keystone has one virtual host since Stein' } as const;

/** Common parameters of federation methods: each is an Apache module in Keystone's virtual host. */
export const serviceProviderParameters = {
  methods: parameter(arrayOf(string), 'Authentication methods.', { required: true }),
  template_order: parameter(
    integer({ min: 331, max: 998 }),
    "Order of the module's lines in the virtual host.",
    { default: 331 },
  ),
  admin_port: parameter(boolean, 'Whether the admin virtual host uses it.', {
    ...ports,
    default: false,
  }),
  main_port: parameter(boolean, 'Whether the public virtual host uses it.', { ...ports, default: true }),
  module_plugin: parameter(oneOf(MAPPED), "Keystone's plugin for it.", {
    until: 'pike',
    obsolete: 'the only plugin is the default since Queens',
    default: MAPPED,
  }),
} as const;

/** The parameters of authentication methods. */
interface Methods {
  readonly methods: readonly string[];
  readonly admin_port?: boolean;
  readonly main_port?: boolean;
}

/**
 * Declares the authentication methods in keystone.conf, and warns that the virtual host is not managed.
 * @param method The method that the Apache module provides; `methods` must contain it.
 * @param module The Apache module.
 */
export function declareServiceProvider(
  scope: Scope & { readonly parameters: object },
  method: string,
  module: string,
): void {
  const { methods, admin_port, main_port } = scope.parameters as Methods;
  const known = methods.flatMap((one) => one.split(',')).map((one) => one.trim().toLowerCase());
  if (known.includes('external')) {
    scope.reportError(
      `the method external prevents ${method}: the web server then sets a user for every request`,
      'remove external from methods',
      'methods',
    );
  }
  if (!known.includes(method)) {
    scope.reportError(`methods must contain ${method}`, `add '${method}'`, 'methods');
  }
  if (isReleaseBetween(scope.release, undefined, ports.until) && admin_port !== true && main_port !== true) {
    scope.reportError('no virtual host is selected', 'set main_port or admin_port', 'main_port');
  }
  declareSettings(scope, KeystoneConfig, {
    'auth/methods': methods.join(','),
    ...plugin(scope, method),
  });
  warnOfUnmanagedVirtualHost(scope, module);
}

/** Warns that the virtual host is not managed. */
export function warnOfUnmanagedVirtualHost(scope: Scope, module: string): void {
  scope.warn(
    `the virtual host of Keystone is not managed: no class manages Apache`,
    `add the lines for ${module} to it manually`,
  );
}

/** Old releases set the plugin, later ones remove it from the file, and the newest do not manage it. */
function plugin({ release }: Scope, method: string): Readonly<Record<string, unknown>> {
  if (compareReleases(release, 'queens') < 0) return { [`auth/${method}`]: MAPPED };
  return isReleaseBetween(release, 'queens', '2023.1') ? { [`auth/${method}`]: { ensure: 'absent' } } : {};
}
