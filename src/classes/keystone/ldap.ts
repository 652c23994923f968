import { classType } from '../../catalog/index.js';
import { File, KeystoneConfig } from '../../resources/index.js';
import {
  declareOptions,
  isSet,
  type OptionValue,
  option,
  perRelease,
  serviceDefault,
} from '../shared/index.js';
import { Deps } from './deps.js';
import { declareLdapPackages, ldapOptions, ldapPackages } from './ldap-options.js';

const defaults = (usual: OptionValue | undefined) => ({ newton: usual, yoga: serviceDefault });

const driver = (section: string, doc: string) =>
  option(`${section}/driver`, doc, {
    default: perRelease(defaults(undefined)),
    until: '2025.1',
    deprecated: { since: '2025.1', hint: 'use keystone::config' },
    obsolete: 'use keystone::config since 2025.2',
  });

const options = {
  ...ldapOptions({ defaults, assignmentUntil: 'victoria', writableUntil: 'newton' }),
  identity_driver: driver('identity', 'Storage driver for users and groups: `ldap`, `sql`.'),
  assignment_driver: driver('assignment', 'Storage driver for role assignments.'),
  credential_driver: driver('credential', 'Storage driver for credentials.'),
};

/** `keystone::ldap`: users and groups of all domains in a directory. */
export class Ldap extends classType(
  'keystone::ldap',
  { ...options, ...ldapPackages },
  { doc: 'Users and groups of all domains in a directory, by LDAP: [ldap] of keystone.conf.' },
) {
  override declare(): void {
    this.include(Deps);
    const { manage_packages, package_ensure, tls_cacertdir } = this.parameters;
    if (manage_packages === true) declareLdapPackages(this, package_ensure, 'keystone-package');
    if (isSet(tls_cacertdir)) new File(this, String(tls_cacertdir), { ensure: 'directory' });
    declareOptions(this, KeystoneConfig, options);
  }
}
