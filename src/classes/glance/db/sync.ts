import { classType, integer, parameter } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { Anchor, Exec } from '../../../resources/index.js';
import { perRelease, scalarString } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { glanceUser } from '../platform.js';

/** Migrates the database schema after a change of package or configuration. */
export class Sync extends classType(
  'glance::db::sync',
  {
    extra_params: parameter(scalarString, "Arguments between 'glance-manage' and 'db_sync'.", {
      default: perRelease({ newton: '--config-file /etc/glance/glance-registry.conf', ocata: '' }),
    }),
    db_sync_timeout: parameter(integer({ min: 0 }), 'Timeout of one attempt, in seconds.', {
      default: 300,
      since: 'wallaby',
    }),
  },
  { doc: 'Migrates the database schema after a change of package or configuration.' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    new Exec(this, 'glance-manage db_sync', {
      command: `glance-manage ${this.parameters.extra_params} db_sync`,
      path: '/usr/bin',
      user: glanceUser,
      refreshonly: true,
      try_sleep: 5,
      tries: 10,
      timeout: this.parameters.db_sync_timeout,
      logoutput: 'on_failure',
      subscribe: ['install::end', 'config::end', 'dbsync::begin'].map((name) =>
        Anchor.ref(`glance::${name}`),
      ),
      notify: Anchor.ref('glance::dbsync::end'),
      ...(isReleaseBetween(this.release, 'pike', undefined) ? { tag: 'openstack-db' } : {}),
    });
  }
}
