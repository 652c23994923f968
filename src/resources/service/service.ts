import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { attributes, type DesiredService } from './attributes.js';
import { initProvider } from './init/init-provider.js';
import { systemdProvider } from './systemd/systemd-provider.js';
import { unsupportedAttributeNames, unsupportedAttributes } from './unsupported-attributes.js';

/**
 * A service that runs or does not, now and after the next boot.
 * @example
 * new Service(site, 'glance-api', { ensure: 'running', enable: true, tag: 'glance-service' })
 */
export class Service extends nativeType('service', attributes, {
  doc: 'A service: a unit of systemd, or an init script where there is no systemd.',
  effects: 'consumes',
  autorequire: ({ name }) => listPackagesOfTool(withoutSuffix(name)),
  paths: function* ({ name }) {
    const unit = /\.\w+$/.test(name) ? name : `${name}.service`;
    const bare = withoutSuffix(name);
    for (const directory of ['/etc/systemd/system', '/lib/systemd/system', '/usr/lib/systemd/system']) {
      yield { use: 'reads', path: `${directory}/${unit}` };
      yield { use: 'reads', path: `${directory}/${unit}.d` };
    }
    for (const directory of ['/etc/init.d', '/etc/default', '/etc/sysconfig']) {
      yield { use: 'needs', path: `${directory}/${bare}` };
    }
  },
  validate: checkService,
}) {}

/** A unit's name without its kind. */
function withoutSuffix(name: string): string {
  return name.replace(/\.\w+$/, '');
}

function* checkService(wanted: DesiredService): Iterable<string> {
  const { ensure, enable, pattern, watch } = wanted;
  if (enable === 'delayed' || enable === 'manual')
    yield `enable cannot be '${enable}': only Windows has that; false keeps it from starting at boot`;
  for (const name of unsupportedAttributeNames) {
    if (wanted[name] !== undefined)
      yield `${name} is not for hosts of this tool: ${unsupportedAttributes[name]} has that`;
  }
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
