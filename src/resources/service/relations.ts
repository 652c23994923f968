import type { PathUse, Reference } from '../../catalog/index.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import type { DesiredService } from './attributes.js';

const unitDirectories = ['/etc/systemd/system', '/lib/systemd/system', '/usr/lib/systemd/system'];
const configurationDirectories = ['/etc/init.d', '/etc/default', '/etc/sysconfig'];

/** Returns the packages that may contain a service. */
export function findServicePackages({ name }: DesiredService): Reference[] {
  return listPackagesOfTool(stripUnitType(name));
}

/** Lists the files that define a service. */
export function* listPaths({ name }: DesiredService): Iterable<PathUse> {
  const unit = /\.\w+$/.test(name) ? name : `${name}.service`;
  for (const directory of unitDirectories) {
    yield { use: 'reads', path: `${directory}/${unit}` };
    yield { use: 'reads', path: `${directory}/${unit}.d` };
  }
  for (const directory of configurationDirectories) {
    yield { use: 'needs', path: `${directory}/${stripUnitType(name)}` };
  }
}

function stripUnitType(name: string): string {
  return name.replace(/\.\w+$/, '');
}
