import { isReleaseBetween } from '../../../data/releases.js';
import { reveal } from '../../../secrets/secret.js';
import { resolveLegacyValue } from '../../legacy-value.js';
import { createDatabase, LAST_LEGACY_RELEASE } from '../../openstack-service/database.js';
import { keystoneService } from '../keystone-service.js';

/** `keystone::db`: Keystone's database. */
export class Db extends createDatabase(keystoneService, {
  url: 'sqlite:////var/lib/keystone/keystone.sqlite',
  legacyService: 'keystone',
}) {
  override declare(): void {
    super.declare();
    this.#checkUrl();
  }

  /** Keystone passes the URL to alembic unchanged, and alembic reads a percent sign as the start of a variable. */
  #checkUrl(): void {
    const legacy = { service: 'keystone', until: LAST_LEGACY_RELEASE } as const;
    const url = resolveLegacyValue(this, legacy, 'database_connection', 'database_connection');
    if (!String(reveal(url)).includes('%')) return;
    if (!isReleaseBetween(this.release, 'yoga', 'zed')) return;
    this.reportError(
      `'keystone-manage db_sync' of ${this.release} fails if the URL of the database contains a percent sign`,
      'choose a password that needs no encoding in a URL: letters, digits, and any of - . _ ~',
      'database_connection',
    );
  }
}
