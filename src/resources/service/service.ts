import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes, type WantedService } from './attributes.js';
import { initProvider } from './init/init-provider.js';
import { systemdProvider } from './systemd/systemd-provider.js';

/**
 * A service that runs or does not, now and after the next boot.
 * @example
 * new Service(site, 'glance-api', { ensure: 'running', enable: true, tag: 'glance-service' })
 */
export class Service extends nativeType('service', attributes, {
  doc: 'A service: a unit of systemd, or an init script where there is no systemd.',
  validate: contradictions,
}) {}

function* contradictions({ ensure, enable, pattern, watch }: WantedService): Iterable<string> {
  if (enable === 'delayed') yield "enable cannot be 'delayed': only Windows has that";
  if (enable === 'mask' && ensure === 'running')
    yield 'a masked service cannot run: enable is mask and ensure is running';
  if (watch !== undefined && ensure === 'stopped')
    yield 'watch is for a service that is started, and ensure is stopped';
  if (pattern !== undefined) {
    try {
      new RegExp(pattern);
    } catch {
      yield `pattern is not a regular expression: ${pattern}`;
    }
  }
}

provide(Service, {
  providers: { systemd: systemdProvider, init: initProvider },
  choose: (facts, wanted) => wanted.provider ?? facts.service_provider ?? 'systemd',
});
