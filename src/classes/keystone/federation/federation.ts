import { classType } from '../../../catalog/index.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { declareOptions, type OptionValue, option, perRelease, serviceDefault } from '../../tables/index.js';
import { Deps } from '../deps.js';

const unset = perRelease<OptionValue | undefined>({ stein: undefined, zed: serviceDefault });

const options = {
  trusted_dashboards: option(
    'federation/trusted_dashboard',
    'Addresses of the dashboards that may ask for tokens in the name of users.',
    { default: unset },
  ),
  remote_id_attribute: option(
    'federation/remote_id_attribute',
    'The variable of a request that names its identity provider.',
    { default: unset },
  ),
};

/** `keystone::federation`: users of other clouds and of identity providers. */
export class Federation extends classType('keystone::federation', options, {
  doc: 'Users that others vouch for: [federation] of keystone.conf.',
  since: 'stein',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, KeystoneConfig, options);
  }
}
