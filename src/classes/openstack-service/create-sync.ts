import { classType, integer, parameter } from '../../catalog/index.js';
import { Exec } from '../../resources/index.js';
import { scalarString } from '../shared/index.js';
import { findAnchor } from './declare-order.js';
import type { OpenStackService } from './openstack-service.js';

/** Returns the class `x::db::sync` of a service: it migrates the schema after a change of package or configuration. */
export function createSync(
  { name, title, user, deps, params }: OpenStackService,
  command = `${name}-manage`,
) {
  return class extends classType(
    `${name}::db::sync`,
    {
      extra_params: parameter(scalarString, `Arguments between '${command}' and 'db sync'.`, { default: '' }),
      db_sync_timeout: parameter(integer({ min: 0 }), 'Timeout of one attempt, in seconds.', {
        default: 300,
      }),
    },
    { doc: `Migrates ${title}'s database schema after a change of package or configuration.` },
  ) {
    override declare(): void {
      this.include(deps);
      if (params !== undefined) this.include(params);
      const { extra_params, db_sync_timeout } = this.parameters;
      new Exec(this, `${command} db sync`, {
        command: [command, extra_params, 'db sync'].filter((word) => word !== '').join(' '),
        path: '/usr/bin',
        user,
        refreshonly: true,
        try_sleep: 5,
        tries: 10,
        timeout: db_sync_timeout,
        logoutput: 'on_failure',
        subscribe: (['install::end', 'config::end', 'dbsync::begin'] as const).map((phase) =>
          findAnchor(name, phase),
        ),
        notify: findAnchor(name, 'dbsync::end'),
        tag: 'openstack-db',
      });
    }
  };
}
