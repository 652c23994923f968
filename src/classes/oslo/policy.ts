import { compareReleases, type Release } from '../../data/releases.js';
import { joinAny, option, optionsDefine } from '../tables/index.js';

/** `oslo::policy`: the options of oslo.policy. */
export class Policy extends optionsDefine(
  'oslo::policy',
  {
    enforce_scope: option(
      'oslo_policy/enforce_scope',
      'Refuses tokens whose scope is not that of the rule.',
      {
        since: 'wallaby',
      },
    ),
    enforce_new_defaults: option(
      'oslo_policy/enforce_new_defaults',
      'Rules that were replaced no longer grant anything.',
      {
        since: 'wallaby',
      },
    ),
    policy_file: option(
      'oslo_policy/policy_file',
      'The file with the rules that differ from the built-in ones.',
    ),
    policy_default_rule: option(
      'oslo_policy/policy_default_rule',
      'The rule for what no other rule speaks of.',
    ),
    policy_dirs: option('oslo_policy/policy_dirs', 'Directories with further files of rules.', {
      // Newton took a list here; Zed hands on what it is given, one option for each item.
      write: (value: unknown, release: Release) =>
        compareReleases(release, 'zed') < 0 ? joinAny(value) : value,
    }),
  },
  { doc: 'Where the rules are that say who may do what (oslo.policy).' },
) {}
