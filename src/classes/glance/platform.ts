import type { DefaultContext } from '../../catalog/attribute.js';
import type { Facts } from '../../data/facts.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';

/** Names of Glance's packages, services and files on one platform. */
export interface GlancePlatform {
  /** The package of all of Glance; undefined if each service has its own. */
  readonly wholePackage: string | undefined;
  /** The package of the API; undefined if one package contains all services. */
  readonly apiPackage: string | undefined;
  readonly registryPackage: string | undefined;
  readonly glarePackage: string | undefined;
  readonly apiService: string;
  readonly registryService: string;
  readonly glareService: string;
  /** The Python binding of Ceph. */
  readonly cephPackage: string;
  /** The Python client of S3. */
  readonly botoPackage: string;
  readonly clientPackage: string;
  /** The directory of oslo.concurrency's locks. */
  readonly lockPath: string;
  /** The directory from which Apache runs the WSGI script. */
  readonly wsgiScriptPath: string;
}

/** The account that Glance runs as. */
export const glanceUser = 'glance';

/** The group that may read Glance's configuration. */
export const glanceGroup = 'glance';

/** The WSGI script of the API. */
export const wsgiScriptSource = '/usr/bin/glance-wsgi-api';

/** Returns the names on this node's platform; undefined if Glance has no packages for it. */
export function glancePlatform(facts: Facts, release: Release): GlancePlatform | undefined {
  const python = pythonPrefix(facts, release);
  const shared = { botoPackage: `${python}-boto3`, clientPackage: `${python}-glanceclient` };
  switch (facts.os?.family) {
    case 'RedHat':
      return {
        ...shared,
        wholePackage: 'openstack-glance',
        apiPackage: undefined,
        registryPackage: undefined,
        glarePackage: undefined,
        apiService: 'openstack-glance-api',
        registryService: 'openstack-glance-registry',
        glareService: 'openstack-glance-glare',
        cephPackage: `${python}-rbd`,
        lockPath: '/var/lib/glance/tmp',
        wsgiScriptPath: '/var/www/cgi-bin/glance',
      };
    case 'Debian':
      return {
        ...shared,
        wholePackage: undefined,
        apiPackage: 'glance-api',
        registryPackage: 'glance-registry',
        glarePackage: 'glance-glare',
        apiService: 'glance-api',
        registryService: 'glance-registry',
        glareService: 'glance-glare',
        cephPackage: `${python}-${cephBinding(facts, release)}`,
        lockPath: '/var/lock/glance',
        wsgiScriptPath: '/usr/lib/cgi-bin/glance',
      };
    default:
      return undefined;
  }
}

/** Returns a default that depends on the platform. */
export function platformDefault<K extends keyof GlancePlatform>(
  key: K,
): (context: DefaultContext) => GlancePlatform[K] | undefined {
  return ({ facts, release }) => glancePlatform(facts, release)?.[key];
}

/** Ubuntu named Ceph's Python binding after its block devices from Stein to Zed. */
function cephBinding(facts: Facts, release: Release): 'ceph' | 'rbd' {
  return facts.os?.name !== 'Debian' && isReleaseBetween(release, 'stein', 'zed') ? 'rbd' : 'ceph';
}

/** Distributions changed to Python 3 at different times; all of them did by Xena. */
function pythonPrefix(facts: Facts, release: Release): string {
  const { family, name, release: version } = facts.os ?? {};
  const three =
    isReleaseBetween(release, 'xena', undefined) ||
    (family === 'RedHat'
      ? Number(version?.major) >= 8
      : isReleaseBetween(release, name === 'Debian' ? 'rocky' : 'stein', undefined));
  return three ? 'python3' : 'python';
}
