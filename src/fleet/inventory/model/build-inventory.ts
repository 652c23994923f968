import once from 'lodash/once.js';
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

  /** What a host has in common with others is found when it is used: most runs use a part of an inventory. */
  host(host: HostEntry): InventoryHost {
    const common = once(() => this.#combination(this.#groupsOf.get(host) ?? []));
    const variables = once(() => this.#variablesOf(host.name, common(), host.variables));
    return {
      name: host.name,
      location: host.location,
      get groups() {
        return common().names;
      },
      get variables() {
        return variables();
      },
    };
  }

  /** This machine: without groups, but with the variables of `all`. */
  implicitHost(): InventoryHost {
    const location = { file: '(implicit localhost)', line: 1, unquoted: true } as const;
    const local: Layer = new Map([
      ['ansible_connection', { value: 'local', location, owner: `host ${IMPLICIT_HOST}` }],
    ]);
    return {
      name: IMPLICIT_HOST,
      location: undefined,
      groups: [],
      variables: this.#variablesOf(IMPLICIT_HOST, this.#combination([]), local),
    };
  }

  group(group: GroupEntry): InventoryGroup {
    const { beside, besideManifest, vault } = this.parts;
    const layers = [
      group.variables,
      ...beside.map((files) => files.layer('group', group.name)),
      besideManifest?.layer('group', group.name),
    ];
    const hosts = once(() => hostsBelow(group));
    return {
      name: group.name,
      location: group.location,
      get hosts() {
        return hosts();
      },
      children: Array.from(group.children.keys(), ({ name }) => name),
      variables: new InventoryVariables(defined(layers), vault),
    };
  }

  #variablesOf(name: string, { layers }: Combination, own: Layer): InventoryVariables {
    const { beside, besideManifest, vault } = this.parts;
    const files = [...beside, besideManifest].map((one) => one?.layer('host', name));
    return new InventoryVariables([...layers, ...defined([own, ...files])], vault);
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
