import type { Scope } from './scope.js';

const brand = Symbol.for('glance-apply.manifest');

/** The default export of a manifest module. */
export interface Manifest {
  readonly [brand]: true;
  readonly body: (site: Scope) => void | Promise<void>;
}

/**
 * Creates a manifest from a function that declares resources in the scope that it receives. An async function is
 * awaited. Work that any function starts without awaiting it is an error, because its declarations would come too late.
 */
export function manifest(body: Manifest['body']): Manifest {
  return { [brand]: true, body };
}

/** Returns whether a value is a manifest, created by any copy of the library. */
export function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && brand in value;
}
