import { classType } from '../../catalog/index.js';
import { KeystoneConfig } from '../../resources/index.js';
import { declareOptions, option } from '../tables/index.js';
import { Deps } from './deps.js';

const key = (name: string, doc: string) => option(`security_compliance/${name}`, doc);

const options = {
  change_password_upon_first_use: key(
    'change_password_upon_first_use',
    'Users must change a password that an administrator has set.',
  ),
  disable_user_account_days_inactive: key(
    'disable_user_account_days_inactive',
    'Days after which a user who never came is disabled.',
  ),
  lockout_duration: key('lockout_duration', 'Seconds for which a user is locked out.'),
  lockout_failure_attempts: key(
    'lockout_failure_attempts',
    'Wrong passwords after which a user is locked out.',
  ),
  minimum_password_age: key('minimum_password_age', 'Days before a password may be changed again.'),
  password_expires_days: key('password_expires_days', 'Days for which a password is good.'),
  password_regex: key('password_regex', 'What passwords have to look like.'),
  password_regex_description: key('password_regex_description', 'The same in words, for people.'),
  unique_last_password_count: key(
    'unique_last_password_count',
    'How many passwords must differ before one may return.',
  ),
};

/** `keystone::security_compliance`: what users and their passwords must put up with. */
export class SecurityCompliance extends classType('keystone::security_compliance', options, {
  doc: 'What users and their passwords must put up with: [security_compliance] of keystone.conf.',
  since: 'ocata',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, KeystoneConfig, options);
  }
}
