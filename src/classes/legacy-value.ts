import type { Scope } from '../catalog/index.js';
import { isReleaseBetween, type Release } from '../data/releases.js';
import { pick } from './shared/index.js';

/** A class whose parameters moved to another class. */
export interface LegacySource {
  /** Puppet's name of the class: `glance::api`. */
  readonly service: string;
  /** The last release in which Puppet's class has these parameters. */
  readonly until: Release;
}

/**
 * Returns a parameter's value, with the old parameter of the service's class taken into account. The old parameter
 * takes precedence if the service's class included this one, as in Puppet. If the manifest declares this class itself,
 * Puppet ignores the old parameter. In a release that removed the old parameter, it is the default.
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
