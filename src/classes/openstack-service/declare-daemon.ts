import type { Scope } from '../../catalog/index.js';
import { Package, Service } from '../../resources/index.js';
import type { Secret } from '../../secrets/secret.js';
import { passOn } from '../pass-on.js';

/** The package and the service of one program, by their names on the platform. */
export interface Daemon {
  /** The title of both: `glance-api`. */
  readonly title: string;
  /** The service on the platform. */
  readonly service: string | undefined;
  /** Whether the service is started and stopped. */
  readonly isManaged: boolean | Secret<boolean>;
  /** Whether it runs, and starts at boot. */
  readonly isEnabled: boolean | Secret<boolean>;
}

/**
 * Declares the service of a program, with the tag by which the order of the OpenStack service finds it.
 * @param name Puppet's name of the OpenStack service: `glance`.
 */
export function declareDaemon(
  scope: Scope,
  name: string,
  { title, service, isManaged, isEnabled }: Daemon,
): void {
  new Service(scope, title, {
    ensure: isManaged ? (isEnabled ? 'running' : 'stopped') : undefined,
    name: service,
    enable: isEnabled,
    hasstatus: true,
    hasrestart: true,
    tag: `${name}-service`,
  });
}

/** Returns the tags of a package of an OpenStack service, by which its order finds it. */
export function servicePackageTags(name: string): readonly string[] {
  return ['openstack', `${name}-package`];
}

/** Declares a package of an OpenStack service, with these tags. */
export function declareServicePackage(
  scope: Scope,
  name: string,
  title: string,
  { ensure, ...rest }: { readonly ensure: unknown; readonly name?: string | undefined },
): void {
  new Package(scope, title, { ensure: passOn(ensure), ...rest, tag: servicePackageTags(name) });
}
