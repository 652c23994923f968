import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { type Clear, deriveSecret, reveal, Secret } from '../../secrets/secret.js';
import { splitWords, UnfinishedLine } from './ini/split-words.js';
import type { InventoryHost } from './inventory.js';
import type { InventoryValue } from './variables/inventory-variables.js';

/** How a host is reached, by its `ansible_*` variables. */
export interface HostConnection {
  /** `local` for this machine, without SSH. */
  readonly transport: 'ssh' | 'local';
  /** The address, or an alias of `~/.ssh/config`; the name of the host unless `ansible_host` is set. */
  readonly address: string;
  readonly port: number | undefined;
  /** The user who logs in. */
  readonly user: string | undefined;
  readonly password: Secret<string> | undefined;
  readonly privateKeyFile: string | undefined;
  /** Arguments for `ssh`, in the order in which Ansible passes them. */
  readonly sshArguments: readonly string[];
  /** Seconds until an attempt to connect fails. */
  readonly timeout: number | undefined;
  /** Whether the keys of hosts are verified; undefined to leave it to the configuration of SSH. */
  readonly checksHostKey: boolean | undefined;
  /** How commands get the rights of another user; undefined if they run as the user who logs in. */
  readonly become: BecomeOptions | undefined;
}

/** How commands get the rights of another user, by sudo. */
export interface BecomeOptions {
  readonly user: string;
  readonly password: Secret<string> | undefined;
}

/** The variables with their older names; of several that are set, the first one in a list counts. */
const names = {
  connection: ['ansible_connection'],
  address: ['ansible_host', 'ansible_ssh_host'],
  port: ['ansible_port', 'ansible_ssh_port'],
  user: ['ansible_user', 'ansible_ssh_user'],
  password: ['ansible_password', 'ansible_ssh_pass', 'ansible_ssh_password'],
  privateKeyFile: ['ansible_ssh_private_key_file', 'ansible_private_key_file'],
  sshArgs: ['ansible_ssh_args'],
  commonArgs: ['ansible_ssh_common_args'],
  extraArgs: ['ansible_ssh_extra_args'],
  timeout: ['ansible_ssh_timeout', 'ansible_timeout'],
  hostKeyChecking: ['ansible_ssh_host_key_checking', 'ansible_host_key_checking'],
  become: ['ansible_become'],
  becomeMethod: ['ansible_become_method'],
  becomeUser: ['ansible_become_user', 'ansible_sudo_user'],
  becomePassword: ['ansible_become_password', 'ansible_become_pass', 'ansible_sudo_pass'],
} as const;

/** Variables that only concern how Ansible copies and runs its modules, none of which exist here. */
const withoutMeaning = new Set([
  'ansible_ssh_pipelining',
  'ansible_pipelining',
  'ansible_ssh_retries',
  'ansible_ssh_transfer_method',
  'ansible_scp_if_ssh',
  'ansible_ssh_use_tty',
  'ansible_sftp_batch_mode',
  'ansible_scp_extra_args',
  'ansible_sftp_extra_args',
]);

/** Other variables with these names decide how Ansible reaches a host. */
const concernsConnection =
  /^ansible_(?:ssh|become|sudo|su|paramiko|winrm|psrp|scp|sftp)_|^ansible_(?:shell_type|network_os)$/;

/**
 * Returns how a host is reached, by its `ansible_*` variables.
 * @throws {GlanceApplyError} `inventory.connection` for a variable that is wrong or not supported, and errors of
 *   variables that contain templates or cannot be decrypted.
 */
export function connectionOf(host: InventoryHost): HostConnection {
  const reader = new ConnectionReader(host);
  reader.refuseUnsupported();
  const transport = reader.transport();
  return {
    transport,
    address: reader.text('address') ?? host.name,
    port: reader.number('port', 1, 65535),
    user: reader.text('user'),
    password: reader.secret('password'),
    privateKeyFile: reader.text('privateKeyFile'),
    sshArguments: (['sshArgs', 'commonArgs', 'extraArgs'] as const).flatMap((one) => reader.words(one)),
    timeout: reader.number('timeout', 1, 86_400),
    checksHostKey: reader.boolean('hostKeyChecking'),
    become: reader.become(),
  };
}

type Name = keyof typeof names;

interface FoundVariable {
  readonly value: InventoryValue;
  readonly clear: Clear<InventoryValue>;
  readonly variable: string;
}

class ConnectionReader {
  constructor(private readonly host: InventoryHost) {}

  refuseUnsupported(): void {
    const known = Object.values(names).flat();
    for (const name of this.host.variables.names) {
      if (!concernsConnection.test(name) || withoutMeaning.has(name)) continue;
      if (known.some((one) => one === name)) continue;
      this.#refuse(name, 'is not supported', didYouMean(name, known, 3) ?? SUPPORTED);
    }
  }

  transport(): 'ssh' | 'local' {
    const value = this.text('connection') ?? 'ssh';
    if (value === 'local') return 'local';
    if (['ssh', 'smart', 'paramiko', 'paramiko_ssh'].includes(value.replace(/^ansible\.builtin\./, '')))
      return 'ssh';
    return this.#refuse('ansible_connection', `is ${value}, which is not supported`, 'use ssh or local');
  }

  text(name: Name): string | undefined {
    const found = this.#find(name);
    if (found === undefined) return undefined;
    const { clear: value, variable } = found;
    if (typeof value === 'string' && value !== '') return value;
    // A number in INI may be a user or host name of digits.
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    return this.#refuse(variable, 'is not a string', `quote it in YAML, and twice in INI: ${variable}="'…'"`);
  }

  number(name: Name, least: number, most: number): number | undefined {
    const found = this.#find(name);
    if (found === undefined) return undefined;
    const { clear: value, variable } = found;
    const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most)
      return number;
    return this.#refuse(variable, `is not a number from ${least} to ${most}`, 'correct the number');
  }

  boolean(name: Name): boolean | undefined {
    const found = this.#find(name);
    if (found === undefined) return undefined;
    const { clear: value, variable } = found;
    const word = String(value).toLowerCase().trim();
    if (['true', 'yes', 'on', 'y', 't', '1'].includes(word)) return true;
    if (['false', 'no', 'off', 'n', 'f', '0'].includes(word)) return false;
    return this.#refuse(variable, 'is neither true nor false', 'write true or false');
  }

  secret(name: Name): Secret<string> | undefined {
    const found = this.#find(name);
    if (found === undefined) return undefined;
    const { value, clear, variable } = found;
    const text = typeof clear === 'number' && Number.isSafeInteger(clear) ? String(clear) : clear;
    if (typeof text === 'string') {
      if (/[\r\n]/.test(text))
        this.#refuse(
          variable,
          'contains a line break',
          'in YAML, begin the block with |-; encrypt with printf',
        );
      return Secret.is(value) ? deriveSecret(text, value) : new Secret(text);
    }
    return this.#refuse(
      variable,
      'is not a string: it was read as another type',
      `quote it in YAML, and twice in INI: ${variable}="'…'"`,
    );
  }

  words(name: Name): readonly string[] {
    const text = this.text(name);
    if (text === undefined) return [];
    try {
      return splitWords(text).words.map((word) => word.text);
    } catch (error) {
      if (!(error instanceof UnfinishedLine)) throw error;
      return this.#refuse(
        names[name][0],
        `cannot be split into arguments: ${error.message}`,
        'close the quote',
      );
    }
  }

  become(): BecomeOptions | undefined {
    const method = this.text('becomeMethod') ?? 'sudo';
    if (this.boolean('become') !== true) return undefined;
    if (method.replace(/^ansible\.builtin\./, '') !== 'sudo')
      return this.#refuse('ansible_become_method', `is ${method}, which is not supported`, 'use sudo');
    return { user: this.text('becomeUser') ?? 'root', password: this.secret('becomePassword') };
  }

  /** Finds a variable. All variables of an encrypted file are secrets, also those that are shown anyway. */
  #find(name: Name): FoundVariable | undefined {
    for (const variable of names[name]) {
      const value = this.host.variables.get(variable);
      if (value !== undefined && value !== null) return { value, clear: reveal(value), variable };
    }
    return undefined;
  }

  #refuse(variable: string, problem: string, hint: string): never {
    const [source] = this.host.variables.explain(variable);
    return raise('inventory.connection', `cannot connect to ${this.host.name}: ${variable} ${problem}`, {
      location: source?.location,
      confidential: true,
      hint,
    });
  }
}

const SUPPORTED = 'remove it; options of SSH can be set for the host in ~/.ssh/config';
