import type { InventoryModel } from '../model/inventory-model.js';
import { expandHostPattern } from '../names/expand-host-pattern.js';

/** Reads hosts that are given instead of a file: `db01,web[1:3],`. */
export function readHostList(list: string, model: InventoryModel): void {
  const location = { file: '(list of hosts)', line: 1, unquoted: true } as const;
  for (const entry of list.split(',').map((one) => one.trim())) {
    if (entry === '') continue;
    const hosts = model.problems.catch(location, () => expandHostPattern(entry));
    const mention = { location, port: hosts?.port, insteadOfHost: 'select it with a pattern' };
    for (const name of hosts?.names ?? []) model.addHost(name, model.ungrouped, mention);
  }
}
