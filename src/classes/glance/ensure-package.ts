import type { Scope } from '../../catalog/index.js';
import { Package } from '../../resources/index.js';

/** A package's name, state and tags. */
interface Attributes {
  readonly ensure?: unknown;
  readonly name?: string | undefined;
  readonly tag: string | readonly string[];
}

/**
 * stdlib's `ensure_packages`: declares a package that others may have declared already. It spells `present` as
 * `installed`, which means the same.
 */
export function ensurePackage(scope: Scope, title: string, { ensure, ...others }: Attributes): void {
  const state = (ensure === 'present' ? 'installed' : ensure) as string;
  scope.declareUnlessThere(Package, title, { ...others, ensure: state });
}
