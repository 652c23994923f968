/** Inventories, and the operations on manifests of several hosts, published as the namespace `fleets`. */
export { compileFleet, type FleetCompileOptions } from './compile-fleet.js';
export { toFleetJson } from './fleet-json.js';
export {
  connectionOf,
  type HostConnection,
  type Inventory,
  type InventoryGroup,
  type InventoryHost,
  type InventoryValue,
  type InventoryVariables,
  type ReadInventoryOptions,
  readInventory,
  selectHosts,
  type VariableSource,
} from './inventory/index.js';
export { type FleetRunOptions, runFleet } from './run-fleet.js';
export type { HostAccess } from './running/host-access.js';
export { Unreachable } from './unreachable.js';
