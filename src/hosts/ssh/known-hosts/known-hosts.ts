import { readFileSync } from 'node:fs';
import { codeOf } from '../../../errors/error-code.js';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import type { SshSettings } from '../config/settings.js';
import { type KnownHostsEntry, parseKnownHosts } from './parse-known-hosts.js';

/** The standard port, which is not part of names in known_hosts. */
const PORT = 22;

/** What is known about the key of a host. */
export type HostKeyVerdict =
  | { readonly kind: 'known' }
  /** `others` are keys of other types that are known. */
  | { readonly kind: 'unknown'; readonly others: readonly KnownHostsEntry[] }
  | { readonly kind: 'changed' | 'revoked'; readonly entry: KnownHostsEntry };

/** The settings that the keys of a host are looked up with. */
export type HostKeySettings = Pick<
  SshSettings,
  'hostname' | 'port' | 'hostKeyAlias' | 'userKnownHostsFiles' | 'globalKnownHostsFiles'
>;

/** The known keys of one host, from all files of the user and the system. Files that do not exist are empty. */
export class KnownHosts {
  /** The name under which the host is looked up: `db01`, `[db01]:2222`, or its alias. */
  readonly name: string;
  readonly #entries: readonly KnownHostsEntry[];
  /** Entries for the host without its port, which OpenSSH accepts too. */
  readonly #withoutPort: readonly KnownHostsEntry[];

  constructor({ hostname, port, hostKeyAlias, ...files }: HostKeySettings) {
    this.name = hostKeyAlias ?? (port === PORT ? hostname : `[${hostname}]:${port}`);
    const all = [...files.userKnownHostsFiles, ...files.globalKnownHostsFiles].flatMap(load);
    this.#entries = all.filter((entry) => entry.matches(this.name));
    this.#withoutPort =
      this.name === hostname || hostKeyAlias !== undefined
        ? []
        : all.filter((entry) => entry.matches(hostname));
  }

  /** Judges a key that the host has proved to have. */
  judge(keyType: string, key: Buffer): HostKeyVerdict {
    const verdict = judge(this.#entries, keyType, key);
    if (verdict.kind !== 'unknown') return verdict;
    const other = judge(this.#withoutPort, keyType, key);
    return other.kind === 'known' || other.kind === 'revoked' ? other : verdict;
  }

  /** The types of the known keys. */
  get keyTypes(): ReadonlySet<string> {
    const entries = [...this.#entries, ...this.#withoutPort];
    return new Set(entries.filter(({ marker }) => marker === 'none').map(({ keyType }) => keyType));
  }

  /** The authority that signs the certificate of the host, if one is known. */
  get authority(): KnownHostsEntry | undefined {
    return this.#entries.find(({ marker }) => marker === 'cert-authority');
  }
}

function judge(entries: readonly KnownHostsEntry[], keyType: string, key: Buffer): HostKeyVerdict {
  const revoked = entries.find((entry) => entry.marker === 'revoked' && entry.key.equals(key));
  if (revoked !== undefined) return { kind: 'revoked', entry: revoked };
  const plain = entries.filter(({ marker }) => marker === 'none');
  if (plain.some((entry) => entry.key.equals(key))) return { kind: 'known' };
  const changed = plain.find((entry) => entry.keyType === keyType);
  return changed === undefined ? { kind: 'unknown', others: plain } : { kind: 'changed', entry: changed };
}

function load(file: string): KnownHostsEntry[] {
  try {
    return parseKnownHosts(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')) return [];
    return raise(
      'ssh.known-hosts',
      `the known keys of hosts in ${file} cannot be read: ${messageOf(cause)}`,
      {
        hint: 'correct the permissions of the file, or name others with UserKnownHostsFile',
        cause,
      },
    );
  }
}
