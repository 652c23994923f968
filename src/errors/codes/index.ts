import { catalogCodes } from './catalog-codes.js';
import type { CodeDocumentation } from './code-documentation.js';
import { dataCodes } from './data-codes.js';
import { fleetCodes } from './fleet-codes.js';
import { hostCodes } from './host-codes.js';
import { inventoryCodes } from './inventory-codes.js';
import { manifestCodes } from './manifest-codes.js';
import { resourceCodes } from './resource-codes.js';
import { runCodes } from './run-codes.js';
import { sshCodes } from './ssh-codes.js';

/**
 * All codes by what they are about. Loaded for documentation alone: raising a diagnostic needs the type of a code,
 * and not this text.
 */
export const codeGroups = {
  'Manifests and node files': manifestCodes,
  Catalogs: catalogCodes,
  'Data, facts and secrets': dataCodes,
  Inventories: inventoryCodes,
  Fleets: fleetCodes,
  Runs: runCodes,
  Hosts: hostCodes,
  Resources: resourceCodes,
  'Connections over SSH': sshCodes,
} as const;

type UnionOfKeys<T> = T extends unknown ? keyof T : never;

/** A stable name of a kind of diagnostic. */
export type DiagnosticCode = UnionOfKeys<(typeof codeGroups)[keyof typeof codeGroups]>;

/** The documentation of every code. */
export const documentedCodes: ReadonlyMap<string, CodeDocumentation> = new Map(
  Object.values(codeGroups).flatMap((group) => Object.entries(group)),
);
