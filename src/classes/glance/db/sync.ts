import { isReleaseBetween } from '../../../data/releases.js';
import { createSync } from '../../openstack-service/create-sync.js';
import { perRelease } from '../../shared/index.js';
import { glanceService } from '../glance-service.js';

/** Migrates the database schema after a change of package or configuration. */
export class Sync extends createSync(glanceService, {
  command: 'glance-manage',
  subcommand: 'db_sync',
  extraParams: perRelease({ newton: '--config-file /etc/glance/glance-registry.conf', ocata: '' }),
  timeoutSince: 'wallaby',
  tagsOf: (release) => (isReleaseBetween(release, 'pike', undefined) ? ['openstack-db'] : []),
}) {}
