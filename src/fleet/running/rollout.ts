import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { type FleetInventory, groupNames, hostsOfGroup } from '../fleet-host.js';
import { type HostShare, shareOf } from './failure-limit.js';

/** How many hosts each step takes: the last value holds for all further steps. Percentages are of the hosts of the group. */
export type Steps = HostShare | readonly HostShare[];

/** The steps of all hosts together, or of groups; hosts of no such group begin at once. */
export type Serial = Steps | Readonly<Record<string, Steps>>;

/** Hosts that are applied step by step: a step begins when the one before it has ended. */
export type Sequence = readonly (readonly string[])[];

/**
 * Divides the hosts of a run into sequences that are independent of each other.
 * @param names The hosts of the run, in the order of the inventory.
 * @throws {GlanceApplyError} `fleet.rollout`
 */
export function divideIntoSteps(
  inventory: FleetInventory,
  names: readonly string[],
  serial: Serial | undefined,
): Sequence[] {
  if (serial === undefined) return [[names]];
  if (isSteps(serial)) return [divide(names, serial, 'serial')];
  const groupOf = new Map<string, string>();
  const sequences = Object.entries(serial).map(([group, steps]) => {
    const members = hostsOfGroup(inventory, group);
    if (members === undefined) {
      return raise(
        'fleet.unknown-group',
        `serial names the group '${group}', which the inventory does not contain`,
        {
          hint: didYouMean(group, groupNames(inventory)),
        },
      );
    }
    const inGroup = new Set(members.map(({ name }) => name));
    const ofRun = names.filter((name) => inGroup.has(name));
    for (const name of ofRun) {
      const other = groupOf.get(name);
      if (other !== undefined)
        raise('fleet.rollout', `serial names the groups ${other} and ${group}, and ${name} belongs to both`);
      groupOf.set(name, group);
    }
    return divide(ofRun, steps, `serial of ${group}`);
  });
  return [[names.filter((name) => !groupOf.has(name))], ...sequences];
}

function isSteps(serial: Serial): serial is Steps {
  return typeof serial !== 'object' || Array.isArray(serial);
}

function divide(names: readonly string[], steps: Steps, option: string): Sequence {
  const sizes = (Array.isArray(steps) ? steps : [steps]).map((share: HostShare) => {
    const size = Math.floor(shareOf(share, names.length, option));
    if (share === 0 || share === '0%')
      raise('fleet.rollout', `${option} cannot be ${share}: a step has at least one host`);
    // Of few hosts, a percentage is at least one of them.
    return Math.max(1, size);
  });
  if (sizes.length === 0) raise('fleet.rollout', `${option} has no steps`);
  const sequence: string[][] = [];
  for (let begin = 0; begin < names.length; ) {
    const size = sizes[sequence.length] ?? sizes.at(-1) ?? 1;
    sequence.push(names.slice(begin, begin + size));
    begin += size;
  }
  return sequence;
}
