import { classType, parameter, string } from '../../../catalog/index.js';
import { createSyncParameters, declareSync, type Migration } from '../../openstack-service/create-sync.js';
import { Deps } from '../deps.js';
import { keystoneService } from '../keystone-service.js';
import { Params } from '../params.js';

const migration: Migration = {
  command: 'keystone-manage',
  subcommand: 'db_sync',
  timeoutSince: 'rocky',
  tagsOf: () => ['keystone-exec', 'openstack-db'],
};

/** `keystone::db::sync`: migrates the database schema. */
export class Sync extends classType(
  'keystone::db::sync',
  {
    ...createSyncParameters(migration),
    keystone_user: parameter(string, 'The user that runs it.', { default: keystoneService.user }),
  },
  { doc: "Migrates the schema of Keystone's database." },
) {
  override declare(): void {
    this.include(Params);
    this.include(Deps);
    declareSync(this, keystoneService.name, this.parameters.keystone_user, migration);
  }
}
