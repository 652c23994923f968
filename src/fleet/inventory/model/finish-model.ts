import type { SourceLocation } from '../../../errors/source-location.js';
import type { GroupEntry, InventoryModel } from './inventory-model.js';

/**
 * Applies Ansible's rules to a model that has been read: groups without a parent belong to `all`, hosts without a group
 * to `ungrouped`. Returns the depth of every group, the length of its longest path from `all`.
 * @throws {GlanceApplyError} for groups that contain themselves, and hosts with the name of a group.
 */
export function finishModel(model: InventoryModel): ReadonlyMap<GroupEntry, number> {
  for (const group of model.groups.values()) {
    if (group !== model.all && group.parents.size === 0) model.addChild(model.all, group, undefined);
  }
  const depths = measureDepths(model);
  refuseSharedNames(model);
  model.problems.throwIfAny();
  assignUngrouped(model);
  return depths;
}

/** Visits every group after all of its parents. What is left over is in a loop, or below one. */
function measureDepths(model: InventoryModel): Map<GroupEntry, number> {
  const waiting = new Map([...model.groups.values()].map((group) => [group, group.parents.size]));
  const depths = new Map<GroupEntry, number>();
  const ready = [...waiting].filter(([, parents]) => parents === 0).map(([group]) => group);
  for (let group = ready.pop(); group !== undefined; group = ready.pop()) {
    waiting.delete(group);
    const depth = depths.get(group) ?? 0;
    depths.set(group, depth);
    for (const child of group.children.keys()) {
      depths.set(child, Math.max(depths.get(child) ?? 0, depth + 1));
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) ready.push(child);
    }
  }
  const [stuck] = waiting.keys();
  if (stuck !== undefined) reportLoop(model, findLoop(stuck, waiting));
  return depths;
}

/** Walks from a group to its parents until one repeats; every group that is left has a parent that is left. */
function findLoop(start: GroupEntry, left: ReadonlyMap<GroupEntry, number>): GroupEntry[] {
  const path: GroupEntry[] = [];
  const positions = new Map<GroupEntry, number>();
  let group: GroupEntry | undefined = start;
  while (group !== undefined && !positions.has(group)) {
    positions.set(group, path.length);
    path.push(group);
    group = [...group.parents].find((parent) => left.has(parent));
  }
  // From parent to child, as inventories are written.
  return path.slice(group === undefined ? 0 : positions.get(group)).reverse();
}

function reportLoop(model: InventoryModel, loop: readonly GroupEntry[]): void {
  const edges = loop.map((parent, index) => {
    const child = loop[(index + 1) % loop.length] ?? parent;
    return { parent, child, location: parent.children.get(child) };
  });
  const names = [...loop, ...loop.slice(0, 1)].map(({ name }) => name);
  const [first, ...others] = edges;
  model.problems.add('inventory.loop', `groups contain each other: ${names.join(' contains ')}`, {
    location: first?.location,
    related: others.map(({ parent, child, location }) => ({
      message: `${child.name} is added to ${parent.name}`,
      location,
    })),
    hint: 'remove one of these lines',
  });
}

function refuseSharedNames(model: InventoryModel): void {
  for (const host of model.hosts.values()) {
    const group = model.groups.get(host.name);
    if (group === undefined) continue;
    model.problems.add('inventory.name', `${host.name} is a host here, and also a group`, {
      location: host.location,
      related: groupLocation(group),
      hint: `if the group is meant, ${host.insteadOfHost}; otherwise rename one of the two`,
    });
  }
}

function groupLocation({
  location,
}: GroupEntry): readonly { readonly message: string; readonly location: SourceLocation }[] {
  return location === undefined ? [] : [{ message: 'the group is first mentioned', location }];
}

/** A host belongs to `ungrouped` if it belongs to no other group but `all`. */
function assignUngrouped({ hosts, groups, all, ungrouped }: InventoryModel): void {
  const grouped = new Set(
    [...groups.values()]
      .filter((group) => group !== all && group !== ungrouped)
      .flatMap((group) => [...group.hosts]),
  );
  for (const host of hosts.values()) {
    if (grouped.has(host)) ungrouped.hosts.delete(host);
    else ungrouped.hosts.add(host);
  }
}
