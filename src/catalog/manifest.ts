import type { Scope } from './scope.js';

const brand = Symbol.for('glance-apply.manifest');

/** What a manifest module exports by default. */
export interface Manifest {
  readonly [brand]: true;
  readonly body: (site: Scope) => void | Promise<void>;
}

/**
 * Makes a manifest of a function that declares resources in the scope that it is given. An async function is awaited;
 * what any function starts and does not await is refused, because what it declares would come too late.
 */
export function manifest(body: Manifest['body']): Manifest {
  return { [brand]: true, body };
}

/** True for manifests of any copy of the library. */
export function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && brand in value;
}
