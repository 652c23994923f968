import type { Scope } from '../../catalog/index.js';
import { Package } from '../../resources/index.js';

/** Declares a package that a library needs, unless it is declared already: `ensure_packages`. */
export function ensurePackage(
  scope: Scope,
  title: string,
  name: string | undefined,
  ensure: unknown,
  tag: string | readonly string[] = 'openstack',
): void {
  if (scope.has(Package.ref(title))) return;
  new Package(scope, title, { ...(ensure === undefined ? {} : { ensure: ensure as string }), name, tag });
}
