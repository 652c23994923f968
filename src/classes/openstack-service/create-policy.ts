import { absolutePath, anything, boolean, classType, hashOf, parameter } from '../../catalog/index.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';
import type { OpenStackService } from './openstack-service.js';

const { enforce_scope, enforce_new_defaults, policy_dirs } = oslo.Policy.definition.attributes;

/** Returns the class `x::policy` of a service: the rules of its API, in a file of their own. */
export function createPolicy({ name, title, group, config, deps }: OpenStackService) {
  return class extends classType(
    `${name}::policy`,
    {
      enforce_scope,
      enforce_new_defaults,
      policy_dirs,
      policies: parameter(hashOf(hashOf(anything)), 'The rules: `{name: {key, value}}`.', { default: {} }),
      policy_path: parameter(absolutePath, 'The policy file.', { default: `/etc/${name}/policy.yaml` }),
      purge_config: parameter(boolean, 'Whether rules that are not declared are removed.', {
        default: false,
      }),
    },
    { doc: `${title}'s policy: the access rules of its API.`, since: 'wallaby' },
  ) {
    override declare(): void {
      this.include(deps);
      const { policies, policy_path, purge_config, ...enforcement } = this.parameters;
      new openstacklib.Policy(this, String(policy_path), {
        policies,
        policy_path,
        file_user: 'root',
        file_group: group,
        file_format: 'yaml',
        purge_config,
      });
      new oslo.Policy(this, config, { ...enforcement, policy_file: policy_path });
    }
  };
}
