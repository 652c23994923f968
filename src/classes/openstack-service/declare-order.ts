import type { Scope } from '../../catalog/index.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';
import { Anchor, Package, Service } from '../../resources/index.js';

/** Resources that belong to the configuration of a service, in the releases in which Puppet's module orders them. */
export interface ConfigurationResources {
  readonly type: { readonly definition: { readonly name: string } };
  /** Only the resources with this tag. */
  readonly tag?: string;
  readonly since?: Release;
  readonly until?: Release;
  /** The first release in which a change does not restart the services. @default a change always restarts them */
  readonly quietSince?: Release;
}

const phases = ['install', 'config', 'db', 'dbsync', 'service'] as const;

/** Returns an anchor of a service: `glance::install::end`. */
export function findAnchor(service: string, phase: `${(typeof phases)[number]}::${'begin' | 'end'}`) {
  return Anchor.ref(`${service}::${phase}`);
}

/**
 * Declares the anchors of a service and the order between them: packages, configuration, database, schema, services.
 * Other modules refer to these anchors.
 * @param service Puppet's name of the service, which its anchors and tags begin with.
 */
export function declareOrder(
  scope: Scope,
  service: string,
  configuration: readonly ConfigurationResources[],
): void {
  const anchor = (name: Parameters<typeof findAnchor>[1]) => findAnchor(service, name);
  for (const phase of phases) {
    new Anchor(scope, `${service}::${phase}::begin`);
    new Anchor(scope, `${service}::${phase}::end`);
  }
  scope
    .chain(anchor('install::begin'))
    .before(scope.collect(Package, { tag: `${service}-package` }))
    .notify(anchor('install::end'))
    .before(anchor('config::begin'));
  for (const { type, tag, since, until, quietSince } of configuration) {
    if (!isReleaseBetween(scope.release, since, until)) continue;
    const found = scope.collect(type, tag === undefined ? undefined : { tag });
    const chain = scope.chain(anchor('config::begin')).before(found);
    const isQuiet = quietSince !== undefined && isReleaseBetween(scope.release, quietSince, undefined);
    if (isQuiet) chain.before(anchor('config::end'));
    else chain.notify(anchor('config::end'));
  }
  scope
    .chain(anchor('config::end'))
    .before(anchor('db::begin'))
    .before(anchor('db::end'))
    .notify(anchor('dbsync::begin'))
    .before(anchor('dbsync::end'))
    .notify(anchor('service::begin'))
    .notify(scope.collect(Service, { tag: `${service}-service` }))
    .notify(anchor('service::end'));
  // Support packages are not in the main chain: a change of them restarts no service.
  scope
    .chain(anchor('install::begin'))
    .before(scope.collect(Package, { tag: `${service}-support-package` }))
    .before(anchor('install::end'));
  scope.chain(anchor('install::end')).notify(anchor('service::begin'));
  scope.chain(anchor('config::end')).notify(anchor('service::begin'));
}
