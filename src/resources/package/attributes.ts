import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  hashOf,
  matching,
  oneOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
  type WantedOf,
} from '../../catalog/index.js';
import type { Change, Subject } from '../../engine/provider.js';
import { packageProviders } from './package-providers.js';

type Ensure = 'present' | 'installed' | 'absent' | 'purged' | 'latest' | 'held' | (string & {});

const ensure: ValueType<Ensure, string> = {
  // No version begins with a dash: what does would be taken for an option. Comparisons of a range are joined by spaces.
  schema: { type: 'string', pattern: '^[^\\s-][^\\s]*( +[^\\s-][^\\s]*)*$' },
  expected:
    "'present', 'absent', 'purged', 'latest', 'held', a version, in which * and ? stand for any letters, or a range such as '>=1.0 <2.0'",
  munge: (value) =>
    value === 'installed' || value === true ? 'present' : value === false ? 'absent' : value,
};

// npm's names may have a scope.
const packageName = matching(/^(?:@[A-Za-z0-9._~-]+\/)?[A-Za-z0-9_][^\s/=*?[\]]*$/, 'the name of a package');

const options = arrayOf(anyOf(string, hashOf(string)));

/** The attributes of `package`, as Puppet names them. */
export const attributes = {
  name: title(
    'The name of the package as the package manager knows it; with an architecture where it is not the own: libc6:i386.',
    packageName,
  ),
  ensure: property(
    ensure,
    "`present`: some version; `latest`: the newest that the package manager's lists know; a version: this one, with `*` and `?` for any letters; a range such as '>=1.0 <2.0': the newest on offer inside of it, and what is there as long as it is inside; `absent`: removed; `purged`: removed with its configuration files; `held`: present, and marked with hold.",
    { default: 'present' },
  ),
  mark: property(
    oneOf('hold', 'none'),
    '`hold`: upgrades pass it by until it is changed by name. Enterprise Linux needs the versionlock plugin for it.',
  ),
  provider: parameter(
    oneOf(...packageProviders),
    "The package manager. The fact 'package_provider' decides where it is not given. dpkg installs files without a repository; pip, pip3, gem and npm manage packages of Python, Ruby and Node.js.",
  ),
  source: parameter(
    string,
    'A package file on the host (.deb or .rpm; also a URL for dnf and yum) that it is installed from. What it depends on comes from the repositories, but for dpkg. pip takes a path, a URL or a repository such as git+https://…, of which ensure may name a revision; gem the path of a gem or the URL of a repository; npm all that npm install takes.',
  ),
  command: parameter(
    absolutePath,
    'The program to run in place of the pip or gem that is found first, such as the pip of a virtual environment. Packages of another command are others, even of the same name.',
  ),
  allow_virtual: parameter(
    boolean,
    'A package that provides this name counts as the package itself, as exim4 does for mail-transport-agent.',
    { default: true },
  ),
  configfiles: parameter(
    oneOf('keep', 'replace'),
    "What becomes of a changed configuration file when its package brings a new one. keep leaves it; replace takes the package's own. Of apt and dpkg.",
    { default: 'keep' },
  ),
  responsefile: parameter(
    absolutePath,
    "A file on the host with answers to the package's questions, in the form of debconf-set-selections. Of apt.",
  ),
  install_options: parameter(
    options,
    "More options for the package manager's install command: texts, or hashes of an option and its value.",
  ),
  uninstall_options: parameter(
    options,
    "More options for the package manager's remove command, in the same form.",
  ),
  start_services: parameter(
    boolean,
    "Whether the package's own scripts start its services at once. false: a service that the catalog declares with ensure, and that the host does not have yet, waits for its own resource, and never runs before it is configured. Of apt; packages of Enterprise Linux start nothing. Puppet does not have it.",
    { default: true },
  ),
  reinstall_on_refresh: parameter(boolean, 'A refresh installs the package anew.', { default: false }),
};

/** The attributes as the providers see them. */
export type DesiredPackage = WantedOf<typeof attributes>;
export type PackageSubject = Subject<typeof attributes>;
export type PackageChange = Change<typeof attributes>;

/** Whether the package is to go. */
export function isToBeRemoved({ ensure }: DesiredPackage): boolean {
  return ensure === 'absent' || ensure === 'purged';
}

/** Options as arguments: a hash becomes `name=value`. */
export function toArguments(given: DesiredPackage['install_options']): string[] {
  return (given ?? []).flatMap((option) =>
    typeof option === 'string' ? [option] : Object.entries(option).map(([name, value]) => `${name}=${value}`),
  );
}

/** Changes that differ in it cannot share a call of the package manager. */
export function toBatchKey({ wanted }: PackageSubject): string {
  return isToBeRemoved(wanted)
    ? JSON.stringify(toArguments(wanted.uninstall_options))
    : JSON.stringify(toArguments(wanted.install_options)) +
        (wanted.configfiles === 'replace' ? ' replace' : '') +
        (wanted.start_services ? '' : ' withheld');
}
