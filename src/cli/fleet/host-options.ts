import { raise } from '../../errors/glance-apply-error.js';
import { choice, count, flag, type OptionSpecs, type OptionValues, string, strings } from '../option-spec.js';

/** The options that name hosts and say how they are reached. */
export const hostOptions = {
  inventory: strings(
    'FILE',
    'use the hosts of this inventory of Ansible: INI, YAML, or a directory; can be given several times',
  ),
  'inventory-programs': flag('execute an inventory that is a program, and read the JSON that it prints'),
  'vault-password-file': strings(
    'FILE',
    'a file with a password of Ansible Vault; can be given several times',
  ),
  host: strings(
    '[USER@]HOST[:PORT]',
    'use this host, over SSH, without an inventory; can be given several times',
  ),
  limit: string('PATTERN', "only these hosts of the inventory, as in Ansible: 'web*:!web03'"),
  become: flag('get the rights of root by sudo, unless the inventory sets ansible_become'),
  'ask-become-password': flag(
    'ask for the password of sudo at the terminal, once for all hosts that need one',
  ),
  transport: choice(
    'CLIENT',
    ['ssh2', 'openssh'] as const,
    'the client of SSH: the built-in ssh2, or OpenSSH (ssh2, unless the configuration needs OpenSSH)',
  ),
  'ssh-config': string('FILE', "the configuration of SSH instead of the user's and the system's, as ssh -F"),
  'accept-new-host-keys': flag('accept and store the keys of hosts that are not known yet'),
  forks: count(20, 'the number of hosts at work at once (20)'),
} satisfies OptionSpecs;

/** The values of the options that name hosts. */
export type HostOptions = OptionValues<typeof hostOptions>;

/** Returns whether options name hosts, so that the command does not concern this machine. */
export function namesHosts({ inventory, host }: Pick<HostOptions, 'inventory' | 'host'>): boolean {
  return inventory.length > 0 || host.length > 0;
}

/**
 * Refuses options about other hosts if the command concerns this machine: they would have no effect.
 * @param specs All options about other hosts that the command has.
 */
export function refuseFleetOptions(
  values: Readonly<Record<string, unknown>>,
  specs: OptionSpecs = hostOptions,
): void {
  for (const [name, { fallback }] of Object.entries(specs)) {
    const value = values[name];
    if (value === fallback || (Array.isArray(value) && value.length === 0)) continue;
    raise('usage.option', `--${name} has no effect without hosts`, {
      hint: 'name them with --inventory FILE or --host HOST',
    });
  }
}
