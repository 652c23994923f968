import { absolutePath, anything, boolean, classType, hashOf, parameter } from '../../catalog/index.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';

const { enforce_scope, enforce_new_defaults, policy_dirs } = oslo.Policy.definition.attributes;

/** `keystone::policy`: the access rules of Keystone's API. */
export class Policy extends classType(
  'keystone::policy',
  {
    enforce_scope,
    enforce_new_defaults,
    policy_dirs,
    policies: parameter(hashOf(hashOf(anything)), 'The rules: `{name: {key, value}}`.', { default: {} }),
    policy_path: parameter(absolutePath, 'The policy file.', { default: '/etc/keystone/policy.yaml' }),
    purge_config: parameter(boolean, 'Whether rules that are not declared are removed.', { default: false }),
  },
  { doc: "Keystone's policy: the access rules of its API.", since: 'wallaby' },
) {
  override declare(): void {
    this.include(Deps);
    const { policies, policy_path, purge_config, ...enforcement } = this.parameters;
    new openstacklib.Policy(this, String(policy_path), {
      policies,
      policy_path,
      file_user: 'root',
      file_group: this.include(Params).group,
      file_format: 'yaml',
      purge_config,
    });
    new oslo.Policy(this, 'keystone_config', { ...enforcement, policy_file: policy_path });
  }
}
