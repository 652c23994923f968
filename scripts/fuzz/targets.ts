import { apiTargets } from './targets/api-targets.js';
import { fileTargets } from './targets/file-targets.js';
import { hostTargets } from './targets/host-targets.js';
import { inventoryTargets } from './targets/inventory-targets.js';
import { manifestTargets } from './targets/manifest-targets.js';
import { outputTargets } from './targets/output-targets.js';
import type { Target } from './targets/target.js';

/** All parsers of input from hosts, servers and other programs. */
export const targets: readonly Target[] = [
  ...fileTargets,
  ...outputTargets,
  ...apiTargets,
  ...inventoryTargets,
  ...manifestTargets,
  ...hostTargets,
];
