import { classType } from '../../../catalog/index.js';
import { KeystoneConfig } from '../../../resources/index.js';
import { declareOptions, type OptionValue, option, perRelease, serviceDefault } from '../../shared/index.js';
import { Deps } from '../deps.js';

const unset = perRelease<OptionValue | undefined>({ stein: undefined, zed: serviceDefault });

const options = {
  trusted_dashboards: option(
    'federation/trusted_dashboard',
    'URLs of the dashboards that can request tokens for users.',
    { default: unset },
  ),
  remote_id_attribute: option(
    'federation/remote_id_attribute',
    'The request variable that names the identity provider.',
    { default: unset },
  ),
};

/** `keystone::federation`: users of other clouds and of identity providers. */
export class Federation extends classType('keystone::federation', options, {
  doc: 'Federated users: [federation] of keystone.conf.',
  since: 'stein',
}) {
  override declare(): void {
    this.include(Deps);
    declareOptions(this, KeystoneConfig, options);
  }
}
