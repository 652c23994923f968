import type { DefaultContext } from '../../catalog/attribute.js';
import { findByRelease, type Release } from '../../data/releases.js';

/**
 * Returns a default that changes by release: each value applies from its release on.
 * @example default: perRelease({ newton: 'http://127.0.0.1:35357', rocky: 'http://127.0.0.1:5000' })
 */
export function perRelease<V>(table: Readonly<Partial<Record<Release, V>>>): (context: DefaultContext) => V {
  // A table without a value for the oldest releases is one of a parameter that may be undefined: V says so then.
  return ({ release }) => findByRelease(table, release) as V;
}
