import { nativeType, type WantedOf } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { aptProvider } from './apt/apt-provider.js';
import { attributes } from './attributes.js';
import { rpmProvider } from './rpm/rpm-provider.js';
import { complaintOfRange } from './version-range.js';

/**
 * A package that is there in some version, or is not.
 * @example
 * new Package(site, 'glance-api', { ensure: 'latest', tag: 'glance-package' })
 */
export class Package extends nativeType('package', attributes, {
  doc: 'A package of the operating system: apt on Debian and its kin, dnf or yum on Enterprise Linux.',
  normalize: (wanted) => (wanted.ensure === 'held' ? { ...wanted, ensure: 'present', mark: 'hold' } : wanted),
  effects: 'supplies',
  validate: contradictions,
}) {}

function* contradictions({ ensure, mark, source, provider }: WantedOf<typeof attributes>): Iterable<string> {
  const goes = ensure === 'absent' || ensure === 'purged';
  const range = ensure === undefined ? undefined : complaintOfRange(ensure);
  if (range !== undefined) yield range;
  if (goes && mark !== undefined)
    yield `mark says something of a package that is there, and ensure is '${ensure}'`;
  if (goes && source !== undefined) yield `source says where a package comes from, and ensure is '${ensure}'`;
  if (provider === 'apt' && source !== undefined && !source.startsWith('/')) {
    yield `source must be the absolute path of a file on the host for apt, not '${source}'`;
  }
}

provide(Package, {
  providers: { apt: aptProvider, dnf: rpmProvider('dnf'), yum: rpmProvider('yum') },
  choose: (facts, wanted) =>
    wanted.provider ?? facts.package_provider ?? (facts.os?.family === 'RedHat' ? 'dnf' : 'apt'),
});
