import type { Scope } from '../catalog/index.js';
import { Package } from '../resources/index.js';
import { reveal } from '../secrets/secret.js';

/** What is said of a package that several classes need. */
export interface EnsuredPackage {
  /** Its state. @default 'installed' */
  readonly ensure?: unknown;
  /** What the platform calls it, where that is not the title. */
  readonly name?: string | undefined;
  readonly tag?: string | readonly string[];
}

/**
 * stdlib's `ensure_packages`: declares a package unless it is declared already in the same way. `present` is
 * spelled `installed`, as there, so that both spellings of it agree.
 */
export function ensurePackage(scope: Scope, title: string, { ensure, ...rest }: EnsuredPackage = {}): void {
  const wanted = reveal(ensure) ?? 'present';
  scope.declareUnlessThere(Package, title, {
    ensure: wanted === 'present' ? 'installed' : String(wanted),
    ...rest,
  });
}
