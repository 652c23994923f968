import { keysOf } from '../../data/keys-of.js';
import type { DesiredPackage } from './attributes.js';
import { type PackageProvider, packageProviders } from './package-providers.js';
import { checkGemVersion } from './tools/gem-version.js';
import { isVersionControlUrl } from './tools/is-version-control-url.js';
import { checkRange, isRangeLike } from './version-range.js';

/** The attributes that not every provider supports, with the value that has no effect. */
const optionalAttributes = {
  mark: undefined,
  source: undefined,
  allow_virtual: true,
  configfiles: 'keep',
  responsefile: undefined,
  install_options: undefined,
  uninstall_options: undefined,
  start_services: true,
  reinstall_on_refresh: false,
  command: undefined,
} as const;

interface Capabilities {
  readonly attributes: readonly (keyof typeof optionalAttributes)[];
  /** The kinds of `ensure` beside present, absent and latest. */
  readonly ensures: readonly ('purged' | 'version' | 'pattern' | 'range')[];
  /** Whether names may have a scope. */
  readonly scoped?: boolean;
}

const system = [
  'mark',
  'source',
  'allow_virtual',
  'install_options',
  'uninstall_options',
  'reinstall_on_refresh',
] as const;
const rpm: Capabilities = { attributes: system, ensures: ['purged', 'version', 'pattern', 'range'] };
const pip: Capabilities = {
  attributes: ['source', 'install_options', 'uninstall_options', 'command'],
  ensures: ['version', 'range'],
};

const capabilities: Readonly<Record<PackageProvider, Capabilities>> = {
  apt: {
    attributes: [...system, 'configfiles', 'responsefile', 'start_services'],
    ensures: ['purged', 'version', 'pattern', 'range'],
  },
  dpkg: { attributes: ['mark', 'source', 'allow_virtual', 'configfiles'], ensures: ['purged'] },
  dnf: rpm,
  yum: rpm,
  pip,
  pip3: pip,
  gem: pip,
  npm: { attributes: ['source', 'install_options'], ensures: ['version'], scoped: true },
};

/** Returns whether a provider manages packages of the operating system, and not of a language. */
export function isSystemProvider(provider: PackageProvider | undefined): boolean {
  return provider === undefined || ['apt', 'dpkg', 'dnf', 'yum'].includes(provider);
}

/** Reports attributes that the provider does not support. Without a declared provider, all attributes are allowed. */
export function* checkCapabilities(desired: DesiredPackage): Iterable<string> {
  const { provider, name } = desired;
  if (name.startsWith('@') && !(provider && capabilities[provider].scoped)) {
    yield `name '${name}' is a package of npm: set provider to 'npm'`;
  }
  if (provider !== undefined) {
    for (const attribute of keysOf(optionalAttributes)) {
      if (
        desired[attribute] === optionalAttributes[attribute] ||
        capabilities[provider].attributes.includes(attribute)
      )
        continue;
      yield `${attribute} is not supported by the provider '${provider}', only by ${listSupportingProviders(attribute)}`;
    }
  } else if (desired.command !== undefined) {
    yield `command is not supported by the system's package managers, only by ${listSupportingProviders('command')}`;
  }
  yield* checkEnsure(desired);
}

function listSupportingProviders(attribute: keyof typeof optionalAttributes): string {
  return packageProviders.filter((one) => capabilities[one].attributes.includes(attribute)).join(', ');
}

function* checkEnsure({ provider, ensure, source }: DesiredPackage): Iterable<string> {
  // `inspect` has no desired state.
  if (ensure === undefined || ['present', 'absent', 'latest'].includes(ensure)) return;
  const { ensures } = capabilities[provider ?? 'apt'];
  if (ensure === 'purged') {
    if (!ensures.includes('purged'))
      yield `ensure 'purged' is not supported by the provider '${provider}', which has no configuration files: use 'absent'`;
    return;
  }
  if (!ensures.includes('version')) {
    yield `ensure '${ensure}' is not supported by the provider '${provider}': its source determines the version; use 'present' or 'latest', or the provider 'apt'`;
    return;
  }
  if (provider === 'gem') {
    const message = checkGemVersion(ensure);
    if (message !== undefined) yield message;
    return;
  }
  const isRevision = provider?.startsWith('pip') && isVersionControlUrl(source);
  const range = isRevision ? undefined : checkRange(ensure);
  if (range !== undefined) yield range;
  else if (isRangeLike(ensure) && !ensures.includes('range')) {
    yield `ensure '${ensure}' is a range, which the provider '${provider}' does not support: use one version`;
  } else if (/[*?]/.test(ensure) && !ensures.includes('pattern')) {
    yield `ensure '${ensure}' is a pattern, which the provider '${provider}' does not support`;
  } else if (provider === 'npm' && !/^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(ensure)) {
    yield `ensure '${ensure}' is not a version of npm such as '1.2.3': an installed version never equals a tag or a range`;
  } else if (provider?.startsWith('pip') && !isRevision && !isRangeLike(ensure) && !/^v?\d/i.test(ensure)) {
    yield `ensure '${ensure}' is not a Python version: a revision needs a source such as 'git+https://…'`;
  }
}
