import { boolean, classType, parameter, Reference, string } from '../../../catalog/index.js';
import { Package } from '../../../resources/index.js';
import { Deps } from '../deps.js';
import { declareServiceProvider, serviceProviderParameters } from './service-provider.js';

/** `keystone::federation::shibboleth`: users of a SAML identity provider, by mod_shib. */
export class Shibboleth extends classType(
  'keystone::federation::shibboleth',
  {
    ...serviceProviderParameters,
    suppress_warning: parameter(boolean, 'Whether the warning that CentOS has no Shibboleth is suppressed.', {
      default: false,
    }),
    yum_repo_name: parameter(string, 'The repository of the Shibboleth packages.', { default: 'shibboleth' }),
  },
  { doc: 'Users of a SAML identity provider, by mod_shib of Apache.' },
) {
  override declare(): void {
    this.include(Deps);
    const { family } = this.facts.os ?? {};
    if (family !== 'Debian' && family !== 'RedHat')
      this.fail(`the OS family ${family ?? '(unknown)'} is not supported`, 'Debian and RedHat are');
    declareServiceProvider(this, 'saml2', 'mod_shib');
    const { suppress_warning, yum_repo_name } = this.parameters;
    if (family === 'Debian' || suppress_warning === true) return;
    const repository = new Reference('yumrepo', String(yum_repo_name));
    if (!this.has(repository) && !this.has(Package.ref('shibboleth')))
      this.warn(
        "Shibboleth is none of the platform's own packages",
        `declare ${repository} or Package[shibboleth]`,
      );
  }
}
