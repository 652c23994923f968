import { classType } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Defaults } from '../openstacklib/defaults.js';

/** Names of additional packages that Oslo's libraries need; undefined if the platform has none. */
export interface OsloPackages {
  readonly sqlite: string | undefined;
  readonly pymysql: string | undefined;
  readonly pymongo: string | undefined;
  readonly pylibmc: string;
  readonly memcache: string;
  readonly pymemcache: string;
  readonly redis: string;
  readonly etcd3gw: string;
  readonly etcd3: string | undefined;
}

/** `oslo::params`. Packages are called `python3-…` since Train, the first release that ran on Python 3 everywhere. */
export class Params extends classType(
  'oslo::params',
  {},
  { doc: "Names of the packages that Oslo's libraries need." },
) {
  override declare(): void {
    this.include(Defaults);
  }

  get packages(): OsloPackages {
    const python = compareReleases(this.release, 'train') < 0 ? 'python' : 'python3';
    const common = { pylibmc: `${python}-pylibmc`, pymongo: `${python}-pymongo`, redis: `${python}-redis` };
    const etcd = { etcd3gw: `${python}-etcd3gw`, pymemcache: `${python}-pymemcache` };
    switch (this.facts.os?.family) {
      case 'RedHat':
        return {
          ...common,
          ...etcd,
          sqlite: undefined,
          pymysql: undefined,
          memcache: `${python}-memcached`,
          etcd3: undefined,
        };
      case 'Debian':
        return {
          ...common,
          ...etcd,
          // Python includes SQLite; Puppet's modules do not install the package since 2023.1.
          sqlite: compareReleases(this.release, '2023.1') < 0 ? `${python}-pysqlite2` : undefined,
          pymysql: `${python}-pymysql`,
          memcache: `${python}-memcache`,
          etcd3: `${python}-etcd3`,
        };
      default:
        return this.fail(
          `the OS family ${this.facts.os?.family ?? '(unknown)'} is not supported`,
          'supported families are Debian and RedHat (fact os.family)',
        );
    }
  }
}
