import { classType } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Defaults } from '../openstacklib/defaults.js';

/** `keystone::params`. */
export class Params extends classType(
  'keystone::params',
  {},
  { doc: "Names of the platform's packages and services." },
) {
  override declare(): void {
    this.include(Defaults);
  }

  get #python(): string {
    return compareReleases(this.release, 'train') < 0 ? 'python' : 'python3';
  }

  /** The user that Keystone runs as. */
  readonly user = 'keystone';
  /** The group that may read its files. */
  readonly group = 'keystone';

  get clientPackage(): string {
    return `${this.#python}-keystoneclient`;
  }

  /** The service's package, and the service. */
  get package(): string {
    return this.#byFamily({ Debian: 'keystone', RedHat: 'openstack-keystone' });
  }

  /** The directory from which Apache runs the WSGI script. */
  get wsgiScriptPath(): string {
    return this.#byFamily({ Debian: '/usr/lib/cgi-bin/keystone', RedHat: '/var/www/cgi-bin/keystone' });
  }

  get memcachePackage(): string {
    return this.#byFamily({ Debian: `${this.#python}-memcache`, RedHat: `${this.#python}-memcached` });
  }

  get ldappoolPackage(): string {
    return `${this.#python}-ldappool`;
  }

  get pysaml2Package(): string {
    return `${this.#python}-pysaml2`;
  }

  get mellonPackage(): string {
    return this.#byFamily({ Debian: 'libapache2-mod-auth-mellon', RedHat: 'mod_auth_mellon' });
  }

  get openidcPackage(): string {
    return this.#byFamily({ Debian: 'libapache2-mod-auth-openidc', RedHat: 'mod_auth_openidc' });
  }

  #byFamily(names: { readonly Debian: string; readonly RedHat: string }): string {
    const { family } = this.facts.os ?? {};
    if (family === 'Debian' || family === 'RedHat') return names[family];
    return this.fail(`the OS family ${family ?? '(unknown)'} is not supported`, 'Debian and RedHat are');
  }
}
