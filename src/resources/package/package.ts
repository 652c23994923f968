import { nativeType, type PathUse, type Reference, type WantedOf } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { aptProvider } from './apt/apt-provider.js';
import { dpkgProvider } from './apt/dpkg-provider.js';
import { attributes } from './attributes.js';
import { checkPackage } from './checks.js';
import { isSystemProvider } from './provider-capabilities.js';
import { createRpmProvider } from './rpm/rpm-provider.js';
import { gem } from './tools/gem.js';
import { npm } from './tools/npm.js';
import { definePip } from './tools/pip.js';
import { createToolProvider } from './tools/tool-provider.js';

/**
 * A package that is there in some version, or is not.
 * @example
 * new Package(site, 'glance-api', { ensure: 'latest', tag: 'glance-package' })
 */
export class Package extends nativeType('package', attributes, {
  doc: 'A package of the operating system (apt and dpkg on Debian and its kin, dnf or yum on Enterprise Linux) or of a language (pip, gem, npm). Packages of different providers may have the same name.',
  normalize: (wanted) => (wanted.ensure === 'held' ? { ...wanted, ensure: 'present', mark: 'hold' } : wanted),
  nameOf: toIdentity,
  paths,
  autorequire: findToolPackages,
  effects: 'supplies',
  validate: checkPackage,
}) {}

type Wanted = WantedOf<typeof attributes>;

/** What apt and dpkg call so is one thing; a gem of the same name is another, and so is one of another Ruby. */
function toIdentity({ name, provider, command }: Wanted): string {
  return isSystemProvider(provider)
    ? name
    : [provider, name, command].filter((part) => part !== undefined).join(':');
}

function* paths({ source, responsefile, command }: Wanted): Iterable<PathUse> {
  if (source?.startsWith('/')) yield { use: 'reads', path: source };
  if (responsefile !== undefined) yield { use: 'needs', path: responsefile };
  if (command !== undefined) yield { use: 'needs', path: command };
}

/** The packages of the system that may bring pip, gem and npm. */
function findToolPackages({ name, provider, command }: Wanted): Reference[] {
  if (isSystemProvider(provider) || command !== undefined) return [];
  const tool = provider === 'pip' ? ['pip', 'pip3'] : [provider ?? ''];
  return tool.flatMap(listPackagesOfTool).filter((one) => one.title !== name);
}

provide(Package, {
  providers: {
    apt: aptProvider,
    dpkg: dpkgProvider,
    dnf: createRpmProvider('dnf'),
    yum: createRpmProvider('yum'),
    pip: createToolProvider(definePip(['pip', 'pip-python', 'pip2', 'pip-2'])),
    pip3: createToolProvider(definePip(['pip3'])),
    gem: createToolProvider(gem),
    npm: createToolProvider(npm),
  },
  choose: (facts, wanted) =>
    wanted.provider ?? facts.package_provider ?? (facts.os?.family === 'RedHat' ? 'dnf' : 'apt'),
});
