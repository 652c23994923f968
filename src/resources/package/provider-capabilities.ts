import { keysOf } from '../../data/keys-of.js';
import type { DesiredPackage } from './attributes.js';
import { type PackageProvider, packageProviders } from './package-providers.js';
import { checkGemVersion } from './tools/gem-version.js';
import { isVersionControlUrl } from './tools/is-version-control-url.js';
import { checkRange, isRangeLike } from './version-range.js';

/** The attributes that not every provider has a use for, with the value that asks for nothing. */
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
  /** What `ensure` may be beside present, absent and latest. */
  readonly ensures: readonly ('purged' | 'version' | 'pattern' | 'range')[];
  /** Names that it cannot have. */
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

/** Whether a provider's packages are those of the operating system, and not of a language. */
export function isSystemProvider(provider: PackageProvider | undefined): boolean {
  return provider === undefined || ['apt', 'dpkg', 'dnf', 'yum'].includes(provider);
}

/** What a resource asks of its provider that the provider cannot do. Where none is named, its attributes may be any. */
export function* checkCapabilities(wanted: DesiredPackage): Iterable<string> {
  const { provider, name } = wanted;
  if (name.startsWith('@') && !(provider && capabilities[provider].scoped)) {
    yield `name '${name}' is a package of npm: say so by provider, 'npm'`;
  }
  if (provider !== undefined) {
    for (const attribute of keysOf(optionalAttributes)) {
      if (
        wanted[attribute] === optionalAttributes[attribute] ||
        capabilities[provider].attributes.includes(attribute)
      )
        continue;
      yield `${attribute} is not supported by the provider '${provider}', but by ${listSupportingProviders(attribute)}`;
    }
  } else if (wanted.command !== undefined) {
    yield `command is not supported by the system's package managers, but by ${listSupportingProviders('command')}`;
  }
  yield* checkEnsure(wanted);
}

function listSupportingProviders(attribute: keyof typeof optionalAttributes): string {
  return packageProviders.filter((one) => capabilities[one].attributes.includes(attribute)).join(', ');
}

function* checkEnsure({ provider, ensure, source }: DesiredPackage): Iterable<string> {
  // 'inspect' asks without wanting anything.
  if (ensure === undefined || ['present', 'absent', 'latest'].includes(ensure)) return;
  const { ensures } = capabilities[provider ?? 'apt'];
  if (ensure === 'purged') {
    if (!ensures.includes('purged'))
      yield `ensure 'purged' is not supported by the provider '${provider}', which knows no configuration files: write 'absent'`;
    return;
  }
  if (!ensures.includes('version')) {
    yield `ensure '${ensure}' is not supported by the provider '${provider}': its source decides on the version; write 'present' or 'latest', or take 'apt' as provider`;
    return;
  }
  if (provider === 'gem') {
    const complaint = checkGemVersion(ensure);
    if (complaint !== undefined) yield complaint;
    return;
  }
  const isRevision = provider?.startsWith('pip') && isVersionControlUrl(source);
  const range = isRevision ? undefined : checkRange(ensure);
  if (range !== undefined) yield range;
  else if (isRangeLike(ensure) && !ensures.includes('range')) {
    yield `ensure '${ensure}' is a range, and ranges are not supported by the provider '${provider}': name one version`;
  } else if (/[*?]/.test(ensure) && !ensures.includes('pattern')) {
    yield `ensure '${ensure}' is a pattern, and patterns are not supported by the provider '${provider}'`;
  } else if (provider === 'npm' && !/^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(ensure)) {
    yield `ensure '${ensure}' is no version of npm such as '1.2.3': a tag or a range is never what is installed`;
  } else if (provider?.startsWith('pip') && !isRevision && !isRangeLike(ensure) && !/^v?\d/i.test(ensure)) {
    yield `ensure '${ensure}' is no version of Python's: a revision needs a source such as 'git+https://…'`;
  }
}
