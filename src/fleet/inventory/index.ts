export { connectionOf, type HostConnection } from './connection.js';
export type { Inventory, InventoryGroup, InventoryHost } from './inventory.js';
export { selectHosts } from './patterns/select-hosts.js';
export { type ReadInventoryOptions, readInventory } from './read-inventory.js';
export type { InventoryValue, InventoryVariables, VariableSource } from './variables/inventory-variables.js';
