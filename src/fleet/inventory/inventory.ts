import type { Diagnostic } from '../../errors/diagnostic.js';
import type { SourceLocation } from '../../errors/source-location.js';
import type { InventoryVariables } from './variables/inventory-variables.js';

/** The hosts and groups of one or more inventories. */
export interface Inventory {
  /** By name, in the order in which the inventories mention them. */
  readonly hosts: ReadonlyMap<string, InventoryHost>;
  /** By name, in the order in which the inventories mention them; always contains `all` and `ungrouped`. */
  readonly groups: ReadonlyMap<string, InventoryGroup>;
  /**
   * What the patterns `localhost`, `127.0.0.1` and `::1` select unless they match something else: the first host with
   * one of these names, or else this machine, which is then not among the hosts.
   */
  readonly localhost: InventoryHost;
  /** Every file that was read, in absolute paths. */
  readonly files: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/** A host of an inventory. */
export interface InventoryHost {
  /** The name in the inventory; the address may be another one, see `connectionOf`. */
  readonly name: string;
  /** Where the inventory mentions it first; undefined for the implicit localhost. */
  readonly location: SourceLocation | undefined;
  /** The names of all groups that it belongs to, also through other groups, except `all`; sorted. */
  readonly groups: readonly string[];
  /** Those of its groups and its own, merged by Ansible's precedence. */
  readonly variables: InventoryVariables;
}

/** A group of an inventory. */
export interface InventoryGroup {
  readonly name: string;
  /** Where the inventory mentions it first; undefined for `all` and `ungrouped` if it does not mention them. */
  readonly location: SourceLocation | undefined;
  /** The names of the hosts that it contains, also through other groups, without duplicates. */
  readonly hosts: readonly string[];
  /** The names of the groups that it contains directly. */
  readonly children: readonly string[];
  /** Its own, without those of other groups. */
  readonly variables: InventoryVariables;
}
