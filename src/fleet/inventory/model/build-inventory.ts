import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { Inventory, InventoryGroup, InventoryHost } from '../inventory.js';
import { InventoryVariables } from '../variables/inventory-variables.js';
import type { Layer } from '../variables/variable.js';
import type { VariableFiles } from '../variables/variable-files.js';
import type { Vault } from '../vault/vault.js';
import type { GroupEntry, HostEntry, InventoryModel } from './inventory-model.js';

/** The name of this machine if no inventory mentions it. */
export const IMPLICIT_HOST = 'localhost';

/** The names by which patterns select this machine. */
export const localNames: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** What belongs to an inventory beside its model. */
export interface InventoryParts {
  /** The length of the longest path from `all` to each group. */
  readonly depths: ReadonlyMap<GroupEntry, number>;
  /** The files of variables beside each source, in the order of the sources. */
  readonly beside: readonly VariableFiles[];
  readonly besideManifest: VariableFiles | undefined;
  readonly vault: Vault;
  readonly files: readonly string[];
}

/** Builds the result of reading inventories. */
export function buildInventory(model: InventoryModel, parts: InventoryParts): Inventory {
  const builder = new Builder(model, parts);
  const hosts = new Map(Array.from(model.hosts.values(), (host) => [host.name, builder.host(host)]));
  const local = [...hosts.keys()].find((name) => localNames.includes(name));
  return {
    hosts,
    groups: new Map(Array.from(model.groups.values(), (group) => [group.name, builder.group(group)])),
    localhost: local === undefined ? builder.implicitHost() : ensureDefined(hosts.get(local)),
    files: parts.files,
    warnings: model.problems.warnings,
  };
}

class Builder {
  /** The groups of each group with all groups above it, and the layers of hosts in these groups. */
  readonly #ancestors = new Map<GroupEntry, ReadonlySet<GroupEntry>>();
  readonly #groupsOf = new Map<HostEntry, GroupEntry[]>();
  readonly #combinations = new Map<string, Combination>();
  readonly #numbers: ReadonlyMap<GroupEntry, number>;

  constructor(
    private readonly model: InventoryModel,
    private readonly parts: InventoryParts,
  ) {
    this.#numbers = new Map(Array.from(model.groups.values(), (group, index) => [group, index]));
    for (const group of model.groups.values()) {
      for (const host of group.hosts) {
        const groups = this.#groupsOf.get(host);
        if (groups === undefined) this.#groupsOf.set(host, [group]);
        else groups.push(group);
      }
    }
  }

  host(host: HostEntry): InventoryHost {
    const { names, layers } = this.#combination(this.#groupsOf.get(host) ?? []);
    const { beside, besideManifest, vault } = this.parts;
    const own = [
      host.variables,
      ...beside.map((files) => files.layer('host', host.name)),
      besideManifest?.layer('host', host.name),
    ];
    return {
      name: host.name,
      location: host.location,
      groups: names,
      variables: new InventoryVariables([...layers, ...defined(own)], vault),
    };
  }

  /** This machine: without groups, but with the variables of `all`. */
  implicitHost(): InventoryHost {
    const { beside, besideManifest, vault } = this.parts;
    const location = { file: '(implicit localhost)', line: 1, unquoted: true } as const;
    const local: Layer = new Map([
      ['ansible_connection', { value: 'local', location, owner: `host ${IMPLICIT_HOST}` }],
    ]);
    const own = [
      local,
      ...beside.map((files) => files.layer('host', IMPLICIT_HOST)),
      besideManifest?.layer('host', IMPLICIT_HOST),
    ];
    const layers = [...this.#combination([]).layers, ...defined(own)];
    return {
      name: IMPLICIT_HOST,
      location: undefined,
      groups: [],
      variables: new InventoryVariables(layers, vault),
    };
  }

  group(group: GroupEntry): InventoryGroup {
    const { beside, besideManifest, vault } = this.parts;
    const layers = [
      group.variables,
      ...beside.map((files) => files.layer('group', group.name)),
      besideManifest?.layer('group', group.name),
    ];
    return {
      name: group.name,
      location: group.location,
      hosts: hostsBelow(group),
      children: Array.from(group.children.keys(), ({ name }) => name),
      variables: new InventoryVariables(defined(layers), vault),
    };
  }

  /** Returns what all hosts have in common that were added to the same groups. */
  #combination(direct: readonly GroupEntry[]): Combination {
    const key = direct.map((group) => this.#numbers.get(group)).join();
    let combination = this.#combinations.get(key);
    if (combination === undefined) {
      const groups = this.#sort(new Set(direct.flatMap((group) => [...this.#withAncestors(group)])));
      combination = { names: groups.map(({ name }) => name).sort(), layers: this.#layers(groups) };
      this.#combinations.set(key, combination);
    }
    return combination;
  }

  /** A group and all groups above it, without `all`. */
  #withAncestors(start: GroupEntry): ReadonlySet<GroupEntry> {
    const known = this.#ancestors.get(start);
    if (known !== undefined) return known;
    const found = new Set<GroupEntry>([start]);
    for (const group of found) for (const parent of group.parents) found.add(parent);
    found.delete(this.model.all);
    this.#ancestors.set(start, found);
    return found;
  }

  /** Sorts groups by precedence, the lowest first: by depth, then priority, then name. */
  #sort(groups: Iterable<GroupEntry>): GroupEntry[] {
    const depth = (group: GroupEntry) => this.parts.depths.get(group) ?? 0;
    return [...groups].sort(
      (a, b) => depth(a) - depth(b) || a.priority - b.priority || (a.name < b.name ? -1 : 1),
    );
  }

  /** The layers of a host from its groups, in Ansible's order. */
  #layers(groups: readonly GroupEntry[]): Layer[] {
    const { beside, besideManifest } = this.parts;
    const filesOf = (files: VariableFiles | undefined, of: readonly GroupEntry[]) =>
      of.map(({ name }) => files?.layer('group', name));
    return defined([
      this.model.all.variables,
      ...groups.map(({ variables }) => variables),
      ...beside.flatMap((files) => filesOf(files, [this.model.all])),
      ...filesOf(besideManifest, [this.model.all]),
      ...beside.flatMap((files) => filesOf(files, groups)),
      ...filesOf(besideManifest, groups),
    ]);
  }
}

/** What hosts of the same groups share. */
interface Combination {
  readonly names: readonly string[];
  readonly layers: readonly Layer[];
}

/** Keeps the layers that exist and are not empty. */
function defined(layers: readonly (Layer | undefined)[]): Layer[] {
  return layers.filter((layer) => layer !== undefined).filter(({ size }) => size > 0);
}

/** The names of the hosts in a group and the groups below it, level by level. */
function hostsBelow(start: GroupEntry): string[] {
  const groups = new Set<GroupEntry>([start]);
  for (const group of groups) for (const child of group.children.keys()) groups.add(child);
  return [...new Set([...groups].flatMap(({ hosts }) => Array.from(hosts, ({ name }) => name)))];
}
