import type { Diagnostic } from '../../../errors/diagnostic.js';
import type { Account } from './account.js';
import { completeOptions } from './complete-options.js';
import { ConfigReader } from './config-reader.js';
import type { OptionValues } from './option-values.js';
import type { Target } from './target.js';

/** What the configuration files say, and what in them could not be taken into account. */
export interface ReadConfig {
  readonly values: OptionValues;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads the configuration of SSH where OpenSSH is not installed. It knows the common options, and names the others in
 * warnings; for these, the values are those that `ssh -G` prints.
 * @param file Read in place of the files of the user and the system, as by `ssh -F`.
 */
export function readConfig(target: Target, account: Account, file?: string): ReadConfig {
  const reader = new ConfigReader(target, account);
  const readFiles = () => {
    if (file === undefined) {
      reader.readFile(`${account.home}/.ssh/config`, `${account.home}/.ssh`);
      reader.readFile('/etc/ssh/ssh_config', '/etc/ssh');
    } else if (file !== 'none') reader.readFile(file, `${account.home}/.ssh`, 'required');
  };
  readFiles();
  if (reader.beginFinalPass()) readFiles();
  return { values: completeOptions(reader.values, target, account), warnings: reader.warnings };
}
