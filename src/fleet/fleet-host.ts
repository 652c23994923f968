import type { SourceLocation } from '../errors/source-location.js';

/** The variables that an inventory gives to a host. */
export interface FleetVariables {
  /** Returns the value of a variable; undefined if it has none. */
  get(name: string): unknown;
}

/** A host of a fleet. A host of an inventory is one. */
export interface FleetHost {
  readonly name: string;
  /** The names of all groups that it belongs to, except `all`, to which every host belongs. */
  readonly groups: readonly string[];
  readonly variables?: FleetVariables | undefined;
  /** Where the inventory mentions it. */
  readonly location?: SourceLocation | undefined;
}

/** The hosts that a fleet is compiled for. An inventory is one. */
export interface FleetInventory<H extends FleetHost = FleetHost> {
  /** By name, in the order of the inventory. */
  readonly hosts: ReadonlyMap<string, H>;
  /** The groups, including those without hosts. @default those of the hosts */
  readonly groups?: ReadonlyMap<string, unknown> | undefined;
}

/** Returns the hosts of a group in the order of the inventory; undefined if there is no such group. */
export function hostsOfGroup<H extends FleetHost>(
  { hosts, groups }: FleetInventory<H>,
  name: string,
): readonly H[] | undefined {
  const all = [...hosts.values()];
  if (name === 'all') return all;
  const members = all.filter((host) => host.groups.includes(name));
  return members.length > 0 || groups?.has(name) ? members : undefined;
}

/** Returns the names of all groups of an inventory. */
export function groupNames({ hosts, groups }: FleetInventory): string[] {
  return [
    ...new Set(['all', ...(groups?.keys() ?? []), ...[...hosts.values()].flatMap((host) => host.groups)]),
  ];
}
