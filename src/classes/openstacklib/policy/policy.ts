import { absolutePath, anything, classType, definedType, hashOf, parameter } from '../../../catalog/index.js';
import { reveal } from '../../../secrets/secret.js';
import { Base } from './base.js';
import { Default } from './default.js';
import { fileParameters } from './parameters.js';

const rules = hashOf(hashOf(anything));

/** `openstacklib::policy`, the defined type: a file of rules and the rules. */
export class Policy extends definedType(
  'openstacklib::policy',
  {
    policy_path: parameter(absolutePath, 'The file, if it is not the title.'),
    policies: parameter(rules, 'The rules: `{name: {key, value}}`.', { default: {} }),
    ...fileParameters,
  },
  { doc: 'The policy of a service: its access rules.', since: 'wallaby' },
) {
  override declare(): void {
    const { policy_path, policies, ...file } = this.parameters;
    const path = String(policy_path ?? this.title);
    const entries = Object.entries(reveal(policies));
    if (entries.length === 0) new Default(this, path, file);
    for (const [name, rule] of entries) new Base(this, name, { file_path: path, ...file, ...rule });
  }
}

/** `openstacklib::policy`, the class in older releases: rules in existing files. */
export class PolicyClass extends classType(
  'openstacklib::policy',
  { policies: parameter(rules, 'The rules: `{name: {file_path, key, value}}`.', { default: {} }) },
  { doc: 'Rules of policies.', until: 'victoria' },
) {
  override declare(): void {
    for (const [name, rule] of Object.entries(reveal(this.parameters.policies))) new Base(this, name, rule);
  }
}
