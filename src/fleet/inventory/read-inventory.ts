import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ManifestTrust } from '../../hosts/refuse-untrusted.js';
import type { Secret } from '../../secrets/secret.js';
import type { Inventory } from './inventory.js';
import { buildInventory, IMPLICIT_HOST } from './model/build-inventory.js';
import { finishModel } from './model/finish-model.js';
import { InventoryModel } from './model/inventory-model.js';
import { Problems } from './problems.js';
import { isFolder } from './sources/file-system.js';
import { readHostList } from './sources/read-host-list.js';
import { readSource } from './sources/read-source.js';
import type { SourceContext } from './sources/source-context.js';
import { VariableFiles } from './variables/variable-files.js';
import { Vault } from './vault/vault.js';

/** Options of `readInventory`. */
export interface ReadInventoryOptions {
  /**
   * The folder of the manifest, whose `group_vars` and `host_vars` outweigh those beside the inventory, as those beside
   * a playbook do.
   * @default none
   */
  readonly manifestFolder?: string | undefined;
  /**
   * Whether an inventory that is a program, a file that is executable and begins with `#!`, is executed.
   * @default 'refuse'
   */
  readonly programs?: 'refuse' | 'execute' | undefined;
  /** Seconds that one call of a program may take. @default 30 */
  readonly programTimeout?: number | undefined;
  /** The passwords of values and files that Ansible Vault encrypted; each is tried. @default none */
  readonly vaultPasswords?: readonly Secret<string>[] | undefined;
  /** Whose files root reads and executes. @default 'own' */
  readonly trust?: ManifestTrust | undefined;
  /** Ends programs when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

const PROGRAM_TIMEOUT = 30;

/**
 * Reads inventories of Ansible as ansible-core 2.14 does: INI, YAML, folders of them, programs that print JSON, and lists
 * such as `db01,db02`. Later ones add to earlier ones. The files in `group_vars` and `host_vars` beside each inventory
 * belong to it.
 * @throws {GlanceApplyError} with all problems.
 */
export async function readInventory(
  sources: readonly string[],
  options: ReadInventoryOptions = {},
): Promise<Inventory> {
  const problems = new Problems();
  const model = new InventoryModel(problems);
  const files = new Set<string>();
  const { trust = 'own' } = options;
  const context: SourceContext = {
    model,
    vault: new Vault(options.vaultPasswords ?? []),
    trust,
    runsPrograms: options.programs === 'execute',
    programTimeout: options.programTimeout ?? PROGRAM_TIMEOUT,
    signal: options.signal,
    note: (file) => files.add(file),
  };
  const folders: string[] = [];
  for (const source of sources) {
    if (source.includes(',') && !existsSync(source)) {
      readHostList(source, model);
      continue;
    }
    const path = resolve(source);
    await problems.collect(async () => {
      await readSource(path, context);
      folders.push(isFolder(path) ? path : dirname(path));
    });
  }
  problems.throwIfAny();
  const depths = finishModel(model);
  const names = { group: [...model.groups.keys()], host: [...model.hosts.keys(), IMPLICIT_HOST] };
  const read = async (folder: string) => VariableFiles.read(folder, names, { ...context, problems });
  const beside: VariableFiles[] = [];
  for (const folder of lastOccurrences(folders)) beside.push(await read(folder));
  const { manifestFolder } = options;
  const besideManifest = manifestFolder === undefined ? undefined : await read(resolve(manifestFolder));
  problems.throwIfAny();
  return buildInventory(model, { depths, beside, besideManifest, vault: context.vault, files: [...files] });
}

/** Returns each folder once: where it occurs last, its variables have their precedence. */
function lastOccurrences(folders: readonly string[]): string[] {
  return [...new Set(folders.toReversed())].reverse();
}
