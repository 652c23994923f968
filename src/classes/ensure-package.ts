import type { Scope } from '../catalog/index.js';
import { Package } from '../resources/index.js';
import { reveal } from '../secrets/secret.js';

/** The attributes of a package that several classes need. */
export interface EnsuredPackage {
  /** The state of the package. @default 'installed' */
  readonly ensure?: unknown;
  /** The platform's name of the package, if it is not the title. */
  readonly name?: string | undefined;
  readonly tag?: string | readonly string[];
}

/**
 * stdlib's `ensure_packages`: declares a package unless it is already declared with the same attributes. `present`
 * becomes `installed`, as in stdlib, so that both are equal.
 */
export function ensurePackage(scope: Scope, title: string, { ensure, ...rest }: EnsuredPackage = {}): void {
  const version = reveal(ensure) ?? 'present';
  scope.ensureResource(Package, title, {
    ensure: version === 'present' ? 'installed' : String(version),
    ...rest,
  });
}
