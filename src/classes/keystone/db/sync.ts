import { classType, number, parameter, string } from '../../../catalog/index.js';
import { Anchor, Exec } from '../../../resources/index.js';
import { toText } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';

/** `keystone::db::sync`: migrates the database schema. */
export class Sync extends classType(
  'keystone::db::sync',
  {
    extra_params: parameter(string, 'Further arguments of `keystone-manage db_sync`.'),
    keystone_user: parameter(string, 'The user that runs it.', { default: 'keystone' }),
    db_sync_timeout: parameter(number, 'Timeout in seconds.', { since: 'rocky', default: 300 }),
  },
  { doc: "Migrates the schema of Keystone's database." },
) {
  override declare(): void {
    this.include(Params);
    this.include(Deps);
    const { extra_params, keystone_user, db_sync_timeout } = this.parameters;
    new Exec(this, 'keystone-manage db_sync', {
      command: `keystone-manage ${toText(extra_params)} db_sync`,
      path: '/usr/bin',
      user: keystone_user,
      refreshonly: true,
      try_sleep: 5,
      tries: 10,
      timeout: db_sync_timeout,
      logoutput: 'on_failure',
      subscribe: ['install::end', 'config::end', 'dbsync::begin'].map((name) =>
        Anchor.ref(`keystone::${name}`),
      ),
      notify: Anchor.ref('keystone::dbsync::end'),
      tag: ['keystone-exec', 'openstack-db'],
    });
  }
}
