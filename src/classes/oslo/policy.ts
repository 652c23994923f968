import { compareReleases, type Release } from '../../data/releases.js';
import { createOptionsDefinedType, joinAny, option } from '../shared/index.js';

/** `oslo::policy`: the options of oslo.policy. */
export class Policy extends createOptionsDefinedType(
  'oslo::policy',
  {
    enforce_scope: option(
      'oslo_policy/enforce_scope',
      'Whether tokens whose scope does not match the rule are rejected.',
      {
        since: 'wallaby',
      },
    ),
    enforce_new_defaults: option(
      'oslo_policy/enforce_new_defaults',
      'Whether deprecated default rules are ignored.',
      {
        since: 'wallaby',
      },
    ),
    policy_file: option('oslo_policy/policy_file', 'The file with rules that override the built-in ones.'),
    policy_default_rule: option('oslo_policy/policy_default_rule', 'The rule to use if no other applies.'),
    policy_dirs: option('oslo_policy/policy_dirs', 'Directories with further files of rules.', {
      // Newton accepts a list; Zed writes it unchanged, one option per item.
      write: (value: unknown, release: Release) =>
        compareReleases(release, 'zed') < 0 ? joinAny(value) : value,
    }),
  },
  { doc: 'The policy files of a service (oslo.policy).' },
) {}
