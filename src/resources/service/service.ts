import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { checkService } from './checks.js';
import { initProvider } from './init/init-provider.js';
import { findServicePackages, listPaths } from './relations.js';
import { systemdProvider } from './systemd/systemd-provider.js';

/**
 * A service that runs or is stopped, now and after the next boot.
 * @example
 * new Service(site, 'glance-api', { ensure: 'running', enable: true, tag: 'glance-service' });
 * new Service(site, 'apache2', { ensure: 'running', restart: 'systemctl reload apache2' });
 */
export class Service extends nativeType('service', attributes, {
  doc: 'A service: a unit of systemd, or an init script on hosts without systemd.',
  validate: checkService,
  autorequire: findServicePackages,
  paths: listPaths,
  effects: 'consumes',
}) {}

provide(Service, {
  providers: { systemd: systemdProvider, init: initProvider },
  choose: (facts, desired) => desired.provider ?? facts.service_provider ?? 'systemd',
});
