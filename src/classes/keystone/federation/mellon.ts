import { anything, arrayOf, boolean, classType, parameter, string } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { ensurePackage } from '../../ensure-package.js';
import { declareSettings, isSet, joinAny } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { Params } from '../params.js';
import { declareServiceProvider, serviceProviderParameters } from './service-provider.js';

/** `keystone::federation::mellon`: users of a SAML identity provider, by mod_auth_mellon. */
export class Mellon extends classType(
  'keystone::federation::mellon',
  {
    ...serviceProviderParameters,
    idp_name: parameter(string, 'Name of the identity provider in Keystone.', { required: true }),
    protocol_name: parameter(string, 'Name of the protocol in Keystone.', { required: true }),
    package_ensure: parameter(anything, "The state of the module's package.", {
      default: 'present',
      until: '2023.1',
      deprecated: { since: '2023.1', hint: 'remove it' },
      obsolete: 'the package is present',
    }),
    enable_websso: parameter(boolean, 'Whether dashboards can log users in with it.', {
      since: 'ocata',
      default: false,
    }),
    trusted_dashboards: parameter(arrayOf(string), 'Addresses of those dashboards.', {
      since: 'ocata',
      until: 'ussuri',
      deprecated: { since: 'stein', hint: 'use keystone::federation' },
      obsolete: 'use keystone::federation',
    }),
  },
  { doc: 'Users of a SAML identity provider, by mod_auth_mellon of Apache.' },
) {
  override declare(): void {
    this.include(Deps);
    const { package_ensure, enable_websso, trusted_dashboards } = this.parameters;
    ensurePackage(this, this.include(Params).mellonPackage, {
      ensure: package_ensure,
      tag: 'keystone-support-package',
    });
    declareServiceProvider(this, 'saml2', 'mod_auth_mellon');
    if (enable_websso === true) {
      declareSettings(this, KeystoneConfig, {
        'mapped/remote_id_attribute': 'MELLON_IDP',
        ...(isSet(trusted_dashboards) ? { 'federation/trusted_dashboard': joinAny(trusted_dashboards) } : {}),
      });
    } else if (isReleaseBetween(this.release, '2023.2', undefined)) {
      declareSettings(this, KeystoneConfig, { 'mapped/remote_id_attribute': { ensure: 'absent' } });
    }
  }
}
