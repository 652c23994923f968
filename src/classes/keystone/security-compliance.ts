import { classType } from '../../catalog/index.js';
import { KeystoneConfig } from '../../resources/index.js';
import { declareOptions, option } from '../shared/index.js';
import { Deps } from './deps.js';

const key = (name: string, doc: string) => option(`security_compliance/${name}`, doc);

const options = {
  change_password_upon_first_use: key(
    'change_password_upon_first_use',
    'Whether users must change a password that an administrator has set.',
  ),
  disable_user_account_days_inactive: key(
    'disable_user_account_days_inactive',
    'Days of inactivity after which a user is disabled.',
  ),
  lockout_duration: key('lockout_duration', 'Seconds for which a user is locked out.'),
  lockout_failure_attempts: key(
    'lockout_failure_attempts',
    'Number of wrong passwords after which a user is locked out.',
  ),
  minimum_password_age: key('minimum_password_age', 'Days before a password may be changed again.'),
  password_expires_days: key('password_expires_days', 'Days for which a password is valid.'),
  password_regex: key('password_regex', 'Regular expression for passwords.'),
  password_regex_description: key('password_regex_description', 'Description of that expression for users.'),
  unique_last_password_count: key(
    'unique_last_password_count',
    'Number of different passwords before one may be reused.',
  ),
};

/** `keystone::security_compliance`: rules for users and passwords. */
export class SecurityCompliance extends classType('keystone::security_compliance', options, {
  doc: 'Rules for users and passwords: [security_compliance] of keystone.conf.',
  since: 'ocata',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, KeystoneConfig, options);
  }
}
