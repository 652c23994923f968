import { arrayOf, boolean, integer, oneOf, parameter, type Scope, string } from '../../../catalog/index.js';
import { compareReleases, isReleaseBetween } from '../../../data/releases.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { settings } from '../../tables/index.js';

const MAPPED = 'keystone.auth.plugins.mapped.Mapped';

const ports = { until: 'rocky', obsolete: 'Keystone has one virtual host since Stein' } as const;

/** What all ways have to let others vouch for users: each is a module of Apache, in Keystone's virtual host. */
export const serviceProviderParameters = {
  methods: parameter(arrayOf(string), 'The ways in which users can prove who they are.', { required: true }),
  template_order: parameter(
    integer({ min: 331, max: 998 }),
    "Where the module's lines stand in the virtual host.",
    { default: 331 },
  ),
  admin_port: parameter(boolean, 'Whether the virtual host of administrators has it.', {
    ...ports,
    default: false,
  }),
  main_port: parameter(boolean, 'Whether the virtual host of everyone has it.', { ...ports, default: true }),
  module_plugin: parameter(oneOf(MAPPED), "Keystone's plugin for it.", {
    until: 'pike',
    obsolete: 'there was only one plugin, and Keystone knows it since Queens',
    default: MAPPED,
  }),
} as const;

/** Parameters, as far as they are about ways to prove who one is. */
interface Methods {
  readonly methods: readonly string[];
  readonly admin_port?: boolean;
  readonly main_port?: boolean;
}

/**
 * Says in keystone.conf in which ways users can prove who they are, and that the virtual host is left to others.
 * @param method The way that Apache's module makes possible; it has to be among them.
 * @param module That module.
 */
export function declareServiceProvider(
  scope: Scope & { readonly parameters: object },
  method: string,
  module: string,
): void {
  const { methods, admin_port, main_port } = scope.parameters as Methods;
  const known = methods.flatMap((one) => one.split(',')).map((one) => one.trim().toLowerCase());
  if (known.includes('external')) {
    scope.complain(
      `external stands in the way of ${method}: the web server then names a user even where there is none`,
      'leave external out of methods',
      'methods',
    );
  }
  if (!known.includes(method)) {
    scope.complain(`methods must have ${method} among them`, `add '${method}'`, 'methods');
  }
  if (isReleaseBetween(scope.release, undefined, ports.until) && admin_port !== true && main_port !== true) {
    scope.complain('there is no virtual host to configure', 'set main_port or admin_port', 'main_port');
  }
  settings(scope, KeystoneConfig, {
    'auth/methods': methods.join(','),
    ...plugin(scope, method),
  });
  warnOfUnmanagedVirtualHost(scope, module);
}

/** Says that what Apache needs is not written. */
export function warnOfUnmanagedVirtualHost(scope: Scope, module: string): void {
  scope.warn(
    `the virtual host of Keystone is not managed: there is no module for Apache`,
    `write the lines of ${module} into it by hand`,
  );
}

/** The plugin was named once, then taken out of the file, and is no matter any more. */
function plugin({ release }: Scope, method: string): Readonly<Record<string, unknown>> {
  if (compareReleases(release, 'queens') < 0) return { [`auth/${method}`]: MAPPED };
  return isReleaseBetween(release, 'queens', '2023.1') ? { [`auth/${method}`]: { ensure: 'absent' } } : {};
}
