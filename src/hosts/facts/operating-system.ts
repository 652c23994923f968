import type { Facts } from '../../data/facts.js';

/** The content of the files that identify an operating system. */
export interface ReleaseTexts {
  /** `/etc/os-release`. */
  readonly osRelease: string | undefined;
  /** `/etc/debian_version`. */
  readonly debianVersion?: string | undefined;
  /** `/etc/redhat-release`. */
  readonly redhatRelease?: string | undefined;
}

/** Facter's names, unless they are the capitalized ID. */
const names: Readonly<Record<string, string>> = {
  rhel: 'RedHat',
  centos: 'CentOS',
  almalinux: 'AlmaLinux',
  ol: 'OracleLinux',
  amzn: 'Amazon',
  virtuozzo: 'VirtuozzoLinux',
  sles: 'SLES',
};

/** The family of an operating system, by ID and ID_LIKE. */
const families: Readonly<Record<string, string>> = {
  debian: 'Debian',
  ubuntu: 'Debian',
  rhel: 'RedHat',
  fedora: 'RedHat',
  centos: 'RedHat',
  suse: 'Suse',
  sles: 'Suse',
};

/** Returns the fact `os`, with Facter's names, without `selinux`. */
export function operatingSystem(texts: ReleaseTexts, hardware: string): NonNullable<Facts['os']> {
  const { ID: id = 'linux', ...release } = parseOsRelease(texts.osRelease ?? '');
  const name = names[id] ?? id.charAt(0).toUpperCase() + id.slice(1);
  const family =
    [id, ...(release.ID_LIKE ?? '').split(' ')].map((one) => families[one]).find(Boolean) ?? name;
  const version = versionOf(name, texts, release.VERSION_ID ?? '');
  const codename = release.VERSION_CODENAME ?? /\((.+)\)/.exec(release.VERSION ?? '')?.[1];
  const distro = {
    id: name,
    ...(codename === undefined ? {} : { codename }),
    ...(release.PRETTY_NAME === undefined ? {} : { description: release.PRETTY_NAME }),
    release: version,
  };
  const os = {
    name,
    family,
    hardware,
    architecture: architecture(family, hardware),
    release: version,
    distro,
  };
  return os;
}

/** Parses the settings of an os-release file; see os-release(5). */
export function parseOsRelease(text: string): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const match = /^([A-Z][A-Z0-9_]*)=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))\s*$/.exec(line);
    if (match === null) continue;
    const [, name = '', double, single, plain] = match;
    settings[name] = double?.replace(/\\(.)/g, '$1') ?? single ?? plain ?? '';
  }
  return settings;
}

/**
 * Returns the release. In os-release, Debian and older releases of CentOS only have the major number; the complete
 * release is in a file of their own. A release of Ubuntu has no minor number: 22.04 is the major one.
 */
function versionOf(
  name: string,
  texts: ReleaseTexts,
  versionId: string,
): { full: string; major: string; minor?: string } {
  const debian = name === 'Debian' ? texts.debianVersion?.trim() : undefined;
  const redhat = /release (\d[\d.]*)/.exec(texts.redhatRelease ?? '')?.[1];
  const full = debian || redhat || versionId;
  if (name === 'Ubuntu' || !/^\d/.test(full)) return { full, major: full };
  const [major = full, minor] = full.split('.');
  return minor === undefined ? { full, major } : { full, major, minor };
}

function architecture(family: string, hardware: string): string {
  if (/^i[3-6]86$/.test(hardware)) return 'i386';
  return family === 'Debian' && hardware === 'x86_64' ? 'amd64' : hardware;
}
