import type { SourceLocation } from '../../../errors/source-location.js';
import { reveal } from '../../../secrets/secret.js';
import type { Problems } from '../problems.js';
import type { RawValue } from '../variables/raw-value.js';
import { createVariable, type Variable } from '../variables/variable.js';

/** A group while inventories are being read. */
export interface GroupEntry {
  readonly kind: 'group';
  readonly name: string;
  location: SourceLocation | undefined;
  /** Those that were added to it directly. */
  readonly hosts: Set<HostEntry>;
  /** Those that were added to it directly, with the location where they were. */
  readonly children: Map<GroupEntry, SourceLocation | undefined>;
  readonly parents: Set<GroupEntry>;
  readonly variables: Map<string, Variable>;
  priority: number;
}

/** A host while inventories are being read. */
export interface HostEntry {
  readonly kind: 'host';
  readonly name: string;
  readonly location: SourceLocation;
  /** How the first mention would name a group instead, for the message about a host that is also a group. */
  readonly insteadOfHost: string;
  readonly variables: Map<string, Variable>;
}

/** More than one run can manage. */
const MAX_HOSTS = 100_000;

/** What the inventories contain so far. Later inventories add to it, and override variables. */
export class InventoryModel {
  readonly hosts = new Map<string, HostEntry>();
  readonly groups = new Map<string, GroupEntry>();
  /** Whether the variables that are being read are secrets, because the file was encrypted. */
  isConfidential = false;
  readonly all: GroupEntry;
  readonly ungrouped: GroupEntry;

  constructor(readonly problems: Problems) {
    this.all = this.addGroup('all', undefined);
    this.ungrouped = this.addGroup('ungrouped', undefined);
    this.addChild(this.all, this.ungrouped, undefined);
  }

  addGroup(name: string, location: SourceLocation | undefined): GroupEntry {
    const known = this.groups.get(name);
    if (known !== undefined) {
      known.location ??= location;
      return known;
    }
    const group: GroupEntry = {
      kind: 'group',
      name,
      location,
      hosts: new Set(),
      children: new Map(),
      parents: new Set(),
      variables: new Map(),
      priority: 1,
    };
    this.groups.set(name, group);
    return group;
  }

  addChild(parent: GroupEntry, child: GroupEntry, location: SourceLocation | undefined): void {
    if (parent.children.has(child)) return;
    parent.children.set(child, location);
    child.parents.add(parent);
  }

  /**
   * Adds a host to a group.
   * @param port Sets `ansible_port`.
   */
  addHost(name: string, group: GroupEntry, mention: HostMention): HostEntry {
    let host = this.hosts.get(name);
    const { location, port } = mention;
    if (host === undefined) {
      if (this.hosts.size >= MAX_HOSTS) this.#refuseMoreHosts(location);
      host = { kind: 'host', name, location, insteadOfHost: mention.insteadOfHost, variables: new Map() };
      this.hosts.set(name, host);
      if (port !== undefined) this.setVariable(host, 'ansible_port', port, location);
    } else if (port !== undefined) {
      const first = host.variables.get('ansible_port');
      if (reveal(first?.value) !== port) {
        this.problems.add('inventory.port', `the host ${name} is mentioned with another port before`, {
          location,
          related: [{ message: 'first mentioned', location: first?.location ?? host.location }],
          hint: 'name the port once, or give the second one a name of its own and set ansible_host',
        });
      }
    }
    group.hosts.add(host);
    return host;
  }

  setVariable(owner: GroupEntry | HostEntry, name: string, value: RawValue, location: SourceLocation): void {
    if (name === 'ansible_group_priority') this.#setPriority(owner, value, location);
    else {
      const source = { location, owner: `${owner.kind} ${owner.name}` };
      owner.variables.set(name, createVariable(name, value, source, this.problems, this.isConfidential));
    }
  }

  #setPriority(owner: GroupEntry | HostEntry, value: RawValue, location: SourceLocation): void {
    if (owner.kind === 'host') {
      this.problems.add('inventory.priority', 'ansible_group_priority has no effect on a host', {
        location,
        hint: 'set it for a group',
      });
    } else if (/^[-+]?\d+$/.test(String(value))) owner.priority = Number(value);
    else {
      this.problems.add('inventory.priority', 'ansible_group_priority is not an integer', {
        location,
        hint: 'write a number: among groups of one depth, the highest has precedence',
      });
    }
  }

  #refuseMoreHosts(location: SourceLocation): never {
    this.problems.add('inventory.size', `the inventory has more than ${MAX_HOSTS} hosts`, {
      location,
      hint: 'correct the range, or split the inventory',
    });
    this.problems.throwIfAny();
    throw new Error('unreachable');
  }
}

/** How an inventory mentions a host. */
export interface HostMention {
  readonly location: SourceLocation;
  readonly port?: number | undefined;
  readonly insteadOfHost: string;
}
