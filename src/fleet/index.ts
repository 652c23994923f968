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
