import type { Diagnostic } from '../../../errors/diagnostic.js';
import type { Account } from './account.js';
import { readConfig } from './read-config.js';
import { runSshG } from './run-ssh-g.js';
import type { SshSettings } from './settings.js';
import type { Target } from './target.js';
import { toSettings } from './to-settings.js';

/** Settings, with what could not be taken into account. */
export interface ResolvedSettings {
  readonly settings: SshSettings;
  readonly warnings: readonly Diagnostic[];
  /** Whether the client of OpenSSH is installed on this machine. */
  readonly hasOpenSsh: boolean;
}

/**
 * Finds out what `ssh HOST` would do: by asking OpenSSH, or where it is not installed, by reading the common options.
 * @param file Read in place of the configuration of the user and the system.
 */
export async function resolveSettings(
  target: Target,
  account: Account,
  file?: string,
): Promise<ResolvedSettings> {
  const values = await runSshG(target, file);
  if (values !== undefined) return { settings: toSettings(values, account), warnings: [], hasOpenSsh: true };
  const read = readConfig(target, account, file);
  return { settings: toSettings(read.values, account), warnings: read.warnings, hasOpenSsh: false };
}
