import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { aptProvider } from './apt/apt-provider.js';
import { dpkgProvider } from './apt/dpkg-provider.js';
import { attributes } from './attributes.js';
import { checkPackage } from './checks.js';
import { findToolPackages, listPaths, toIdentity } from './relations.js';
import { createRpmProvider } from './rpm/rpm-provider.js';
import { gem } from './tools/gem.js';
import { npm } from './tools/npm.js';
import { definePip } from './tools/pip.js';
import { createToolProvider } from './tools/tool-provider.js';

/**
 * A package of the operating system or of a language, in some version or removed.
 * @example
 * new Package(site, 'glance-api', { ensure: 'latest', tag: 'glance-package' });
 * new Package(site, 'python3-openstackclient', {});
 * new Package(site, 'apparmor', { ensure: 'purged' });
 */
export class Package extends nativeType('package', attributes, {
  doc: 'A package of the operating system (apt and dpkg on Debian and its derivatives, dnf or yum on Enterprise Linux) or of a language (pip, gem, npm). Packages of different providers may have the same name.',
  normalize: (desired) =>
    desired.ensure === 'held' ? { ...desired, ensure: 'present', mark: 'hold' } : desired,
  nameOf: toIdentity,
  validate: checkPackage,
  autorequire: findToolPackages,
  paths: listPaths,
  effects: 'supplies',
}) {}

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
  choose: (facts, desired) =>
    desired.provider ?? facts.package_provider ?? (facts.os?.family === 'RedHat' ? 'dnf' : 'apt'),
});
