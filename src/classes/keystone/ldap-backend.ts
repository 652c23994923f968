import { boolean, definedType, parameter } from '../../catalog/index.js';
import { Exec, File, KeystoneConfig, KeystoneDomain, KeystoneDomainConfig } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import {
  declareOptions,
  isSet,
  type OptionValue,
  option,
  perRelease,
  serviceDefault,
} from '../shared/index.js';
import { Deps } from './deps.js';
import { Keystone } from './keystone.js';
import { declareLdapPackages, ldapOptions, ldapPackages } from './ldap-options.js';
import { Params } from './params.js';

const defaults = (usual: OptionValue | undefined) => ({
  newton: usual,
  queens: undefined,
  zed: serviceDefault,
});

const driver = (section: string, doc: string) =>
  option(`${section}/driver`, doc, {
    default: perRelease(defaults(undefined)),
    until: 'train',
    obsolete: 'domains do not have their own driver',
  });

const options = {
  ...ldapOptions({ defaults, assignmentUntil: 'train', writableUntil: 'train' }),
  group_ad_nesting: option(
    'ldap/group_ad_nesting',
    'Whether nested groups are resolved, as in Active Directory.',
    {
      default: perRelease(defaults(undefined)),
      since: 'pike',
    },
  ),
  identity_driver: option('identity/driver', 'Driver for users and groups of the domain.', {
    default: 'ldap',
  }),
  credential_driver: driver('credential', 'Storage driver for credentials of the domain.'),
  assignment_driver: driver('assignment', 'Storage driver for role assignments in the domain.'),
};

/** `keystone::ldap_backend`: users and groups of one domain in a directory. The title is the domain. */
export class LdapBackend extends definedType(
  'keystone::ldap_backend',
  {
    ...options,
    ...ldapPackages,
    create_domain_entry: parameter(boolean, 'Whether the domain is created in Keystone.', {
      since: 'ocata',
      default: false,
    }),
  },
  {
    doc: 'Users and groups of one domain in a directory, by LDAP: keystone.DOMAIN.conf. The title is the domain.',
  },
) {
  override declare(): void {
    this.include(Deps);
    const { user: owner, group } = this.include(Params);
    // This class needs the parameters of Keystone's class, even if that is declared later in the manifest.
    if (this.find(Keystone) !== undefined) this.include(Keystone);
    const directory = this.#directory();
    if (!this.has(File.ref(directory)))
      new File(this, directory, { ensure: 'directory', owner, group, mode: '0750' });
    const { manage_packages, package_ensure, tls_cacertdir, create_domain_entry } = this.parameters;
    if (manage_packages === true)
      declareLdapPackages(this, package_ensure, ['openstack', 'keystone-package']);
    if (isSet(tls_cacertdir)) this.ensureResource(File, String(tls_cacertdir), { ensure: 'directory' });
    declareOptions(this, KeystoneDomainConfig, options, { prefix: `${this.title}::` });
    if (create_domain_entry === true) {
      const domain = new KeystoneDomain(this, this.title, {
        ensure: 'present',
        enabled: true,
        tag: 'domain-specific-ldap',
      });
      this.chain(domain).notify(this.collect(Exec, { title: 'restart_keystone' }));
    }
  }

  /** Returns the directory of domain configurations from the declared setting of keystone.conf. */
  #directory(): string {
    const enabled = this.#setting('identity/domain_specific_drivers_enabled');
    const directory = String(this.#setting('identity/domain_config_dir'));
    if (!/^(true|t|yes|y|1)$/i.test(String(enabled)) || !/^\/./.test(directory)) {
      this.fail(
        'domains have no configurations of their own: identity/domain_specific_drivers_enabled and ' +
          'identity/domain_config_dir of keystone.conf are not set',
        'set using_domain_config of the class keystone',
      );
    }
    return directory;
  }

  #setting(title: string): unknown {
    return reveal(this.find(KeystoneConfig, title)?.given.value);
  }
}
