import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  type DesiredOf,
  hashOf,
  matching,
  oneOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
} from '../../catalog/index.js';
import type { Change, Subject } from '../../engine/provider.js';
import { packageProviders } from './package-providers.js';

type Ensure = 'present' | 'installed' | 'absent' | 'purged' | 'latest' | 'held' | (string & {});

const ensure: ValueType<Ensure, string> = {
  // A version does not begin with a dash, which would be read as an option. Comparisons of a range are joined by spaces.
  schema: { type: 'string', pattern: '^[^\\s-][^\\s]*( +[^\\s-][^\\s]*)*$' },
  expected:
    "'present', 'absent', 'purged', 'latest', 'held', a version with the wildcards * and ?, or a range such as '>=1.0 <2.0'",
  munge: (value) =>
    value === 'installed' || value === true ? 'present' : value === false ? 'absent' : value,
};

// Names of npm may have a scope.
const packageName = matching(/^(?:@[A-Za-z0-9._~-]+\/)?[A-Za-z0-9_][^\s/=*?[\]]*$/, 'the name of a package');

const options = arrayOf(anyOf(string, hashOf(string)));

/** The attributes of `package`, as Puppet names them. */
export const attributes = {
  name: title(
    'The name of the package in the package manager; with an architecture if it is not the native one: libc6:i386.',
    packageName,
  ),
  ensure: property(
    ensure,
    "`present`: some version; `latest`: the newest in the package manager's lists; a version: this one, with the wildcards `*` and `?`; a range such as '>=1.0 <2.0': the newest available version within it, unless the installed one is within it; `absent`: removed; `purged`: removed with its configuration files; `held`: present, with the mark `hold`.",
    { default: 'present' },
  ),
  mark: property(
    oneOf('hold', 'none'),
    '`hold`: upgrades skip it until it is changed explicitly. Needs the versionlock plugin on Enterprise Linux.',
  ),
  provider: parameter(
    oneOf(...packageProviders),
    "The package manager; by default, that of the fact 'package_provider'. dpkg installs files without a repository; pip, pip3, gem and npm manage packages of Python, Ruby and Node.js.",
  ),
  source: parameter(
    string,
    'A package file on the host (.deb or .rpm; also a URL for dnf and yum) from which it is installed. Its dependencies are installed from the repositories, except with dpkg. pip accepts a path, a URL or a repository such as git+https://…, of which ensure may be a revision; gem the path of a gem or the URL of a repository; npm whatever npm install accepts.',
  ),
  command: parameter(
    absolutePath,
    'The program to run instead of the first pip or gem in the path, such as the pip of a virtual environment. Packages of different commands are different, even with the same name.',
  ),
  allow_virtual: parameter(
    boolean,
    'Whether a package that provides this name counts as the package itself, as exim4 does for mail-transport-agent.',
    { default: true },
  ),
  configfiles: parameter(
    oneOf('keep', 'replace'),
    "How a changed configuration file is handled if the package contains a new one: `keep` leaves it unchanged, `replace` installs the package's own. Only of apt and dpkg.",
    { default: 'keep' },
  ),
  responsefile: parameter(
    absolutePath,
    "A file on the host with answers to the package's questions, in the format of debconf-set-selections. Only of apt.",
  ),
  install_options: parameter(
    options,
    "Further options of the package manager's install command: strings, or hashes of an option and its value.",
  ),
  uninstall_options: parameter(
    options,
    "Further options of the package manager's remove command, in the same form.",
  ),
  start_services: parameter(
    boolean,
    "Whether the package's own scripts start its services at once. false: a service that the catalog declares with ensure, and that the host does not have yet, is only started by its own resource, so that it never runs before it is configured. Only of apt; packages of Enterprise Linux start no services. Not in Puppet.",
    { default: true },
  ),
  reinstall_on_refresh: parameter(boolean, 'Whether a refresh installs the package again.', {
    default: false,
  }),
};

/** The desired state of a package. */
export type DesiredPackage = DesiredOf<typeof attributes>;
/** A package as its provider sees it. */
export type PackageSubject = Subject<typeof attributes>;
/** A change of a package. */
export type PackageChange = Change<typeof attributes>;

/** Returns whether the package is to be removed. */
export function isToBeRemoved({ ensure }: DesiredPackage): boolean {
  return ensure === 'absent' || ensure === 'purged';
}

/** Converts options to arguments: a hash becomes `name=value`. */
export function toArguments(options: DesiredPackage['install_options']): string[] {
  return (options ?? []).flatMap((option) =>
    typeof option === 'string' ? [option] : Object.entries(option).map(([name, value]) => `${name}=${value}`),
  );
}

/** Returns a key: changes with different keys cannot share a call of the package manager. */
export function toBatchKey({ desired }: PackageSubject): string {
  return isToBeRemoved(desired)
    ? JSON.stringify(toArguments(desired.uninstall_options))
    : JSON.stringify(toArguments(desired.install_options)) +
        (desired.configfiles === 'replace' ? ' replace' : '') +
        (desired.start_services ? '' : ' withheld');
}
