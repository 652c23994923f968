import type { Scope } from '../catalog/index.js';
import { isReleaseBetween, type Release } from '../data/releases.js';
import { pick } from './tables/index.js';

/** A class that had parameters of its own for what another class says now. */
export interface LegacySource {
  /** As Puppet spells it: `glance::api`. */
  readonly service: string;
  /** The last release in which Puppet's class had them. */
  readonly until: Release;
}

/**
 * A parameter's value, with what the service's own class says of it in its old parameter. That wins where the
 * service's class included this one, as in Puppet. Where the manifest declares this class itself, Puppet never looks
 * there; in a release whose class has no such parameter any more, it still fills in what this class does not say.
 */
export function resolveLegacyValue(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  { service, until }: LegacySource,
  older: string,
  name: string,
): unknown {
  const own = scope.parameters[name];
  const included = scope.parent?.type === 'class' && scope.parent.title === service;
  const translated = !isReleaseBetween(scope.release, undefined, until) && scope.given[name] === undefined;
  return included || translated ? pick(scope.parametersOf(service)?.[older], own) : own;
}
