import { anything, boolean, classType, hashOf, parameter } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { Anchor } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import * as openstacklib from '../openstacklib/index.js';
import * as oslo from '../oslo/index.js';
import { optionValue, perRelease, scalarString, serviceDefault } from '../shared/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';
import { glanceGroup } from './platform.js';

/** The rules of Glance's policy, and their files. */
export class Policy extends classType(
  'glance::policy',
  {
    enforce_scope: parameter(optionValue, "Whether a token's scope must match the rule's.", {
      default: serviceDefault,
      since: 'wallaby',
    }),
    enforce_new_defaults: parameter(optionValue, 'Whether deprecated default rules are ignored.', {
      default: serviceDefault,
      since: 'wallaby',
    }),
    policies: parameter(hashOf(hashOf(anything)), "Rules, each as { 'name': { key: rule, value: check } }.", {
      default: {},
    }),
    policy_path: parameter(scalarString, 'The file that contains the rules.', {
      default: perRelease({ newton: '/etc/glance/policy.json', wallaby: '/etc/glance/policy.yaml' }),
    }),
    policy_default_rule: parameter(optionValue, 'The rule to use if the named one is missing.', {
      default: serviceDefault,
      since: '2023.1',
    }),
    policy_dirs: parameter(optionValue, 'Directories with further files of rules.', {
      default: serviceDefault,
      since: 'xena',
    }),
    purge_config: parameter(boolean, 'Whether rules that are not declared are removed.', {
      default: false,
      since: 'xena',
    }),
  },
  { doc: "Glance's policy: the access rules of its API." },
) {
  override declare(): void {
    this.include(Deps);
    const { policies, policy_path } = this.parameters;
    if (isReleaseBetween(this.release, 'xena', undefined)) this.#policyFile();
    else {
      // Wallaby's class has no order: the service reads changed rules without a restart.
      const attributes =
        this.release === 'wallaby'
          ? { file_user: 'root', file_group: glanceGroup, file_format: 'yaml' as const }
          : { require: Anchor.ref('glance::config::begin'), notify: Anchor.ref('glance::config::end') };
      for (const [name, rule] of Object.entries(reveal(policies))) {
        new openstacklib.policy.Base(this, name, {
          file_path: policy_path,
          ...attributes,
          ...rule,
        });
      }
    }
    const { enforce_scope, enforce_new_defaults, policy_default_rule, policy_dirs } = this.parameters;
    // The registry has its own policy file, even on nodes without the registry.
    const files = isReleaseBetween(this.release, undefined, 'ussuri')
      ? ['glance_api_config', 'glance_registry_config']
      : ['glance_api_config'];
    for (const file of files) {
      new oslo.Policy(this, file, {
        enforce_scope,
        enforce_new_defaults,
        policy_file: policy_path,
        policy_default_rule,
        policy_dirs,
      });
    }
  }

  #policyFile(): void {
    this.include(Params);
    const { policies, policy_path, purge_config } = this.parameters;
    const rules = new openstacklib.Policy(this, String(reveal(policy_path)), {
      policies,
      policy_path,
      file_user: 'root',
      file_group: glanceGroup,
      file_format: 'yaml',
      purge_config,
      ...(this.release === 'zed' ? {} : { tag: 'glance' }),
    });
    // In earlier releases glance::deps collects every policy by its type.
    if (isReleaseBetween(this.release, '2024.1', undefined)) {
      this.chain(Anchor.ref('glance::config::begin')).before(rules).before(Anchor.ref('glance::config::end'));
    }
  }
}
