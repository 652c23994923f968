import type { Facts } from '../../data/facts.js';
import { Secret } from '../../secrets/secret.js';
import type { Target } from './open-targets.js';

/**
 * Adds the fact `inventory`: the name of the host, its groups and its variables, which manifests and the paths of a data
 * hierarchy can use (`%{inventory.variables.rack}`). Variables that say how the host is reached, and secrets, are left
 * out.
 */
export function withInventoryFact(facts: Facts, target: Target): Facts {
  return {
    ...facts,
    inventory: { name: target.name, groups: target.groups, variables: variablesOf(target) },
  };
}

function variablesOf({ variables }: Target): Record<string, unknown> {
  if (variables === undefined) return {};
  const names = variables.names.filter((name) => !name.startsWith('ansible_'));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = variables.get(name);
      return Secret.is(value) ? [] : [[name, value]];
    }),
  );
}
