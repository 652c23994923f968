import { classType } from '../../catalog/index.js';
import { Exec, IniSubsetting } from '../../resources/index.js';
import { Deps } from './deps.js';
import { ServiceIdentity } from './resource/service-identity.js';
import { Admin } from './roles/admin.js';

/** `keystone::disable_admin_token_auth`: disables authentication with the admin token in keystone.conf. */
export class DisableAdminTokenAuth extends classType(
  'keystone::disable_admin_token_auth',
  {},
  {
    doc: 'Removes the filter admin_token_auth from the pipelines of keystone-paste.ini.',
    until: 'stein',
    replacedBy: 'Keystone no longer has this filter: remove it',
  },
) {
  override declare(): void {
    this.include(Deps);
    this.chain(this.collect(ServiceIdentity)).before(this);
    const admin = this.collect({ definition: { name: 'class' } }, { title: Admin.definition.name });
    for (const pipeline of ['public_api', 'admin_api', 'api_v3']) {
      const removed = new IniSubsetting(this, `${pipeline}/admin_token_auth`, {
        ensure: 'absent',
        path: '/etc/keystone/keystone-paste.ini',
        section: `pipeline:${pipeline}`,
        setting: 'pipeline',
        subsetting: 'admin_token_auth',
      });
      this.chain(admin).before(removed);
      this.chain(removed).notify(this.collect(Exec, { title: 'restart_keystone' }));
    }
  }
}
