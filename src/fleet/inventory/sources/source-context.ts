import type { ManifestTrust } from '../../../hosts/refuse-untrusted.js';
import type { InventoryModel } from '../model/inventory-model.js';
import type { Vault } from '../vault/vault.js';

/** What reading the sources of an inventory needs, and records. */
export interface SourceContext {
  readonly model: InventoryModel;
  readonly vault: Vault;
  readonly trust: ManifestTrust;
  /** Whether programs are executed. */
  readonly runsPrograms: boolean;
  /** Seconds that one call of a program may take. */
  readonly programTimeout: number;
  readonly signal: AbortSignal | undefined;
  /** Called with each file that is read. */
  readonly note: (file: string) => void;
}
