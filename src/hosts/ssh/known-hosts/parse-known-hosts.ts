import type { SourceLocation } from '../../../errors/source-location.js';
import { matchesHost } from './match-host.js';

/** A line of a known_hosts file. */
export interface KnownHostsEntry {
  /** `revoked` keys must not be accepted; a `cert-authority` signs the certificates of hosts. */
  readonly marker: 'none' | 'revoked' | 'cert-authority';
  readonly keyType: string;
  /** The public key in the format of the protocol. */
  readonly key: Buffer;
  readonly location: SourceLocation;
  /** Returns whether the entry is for a name, such as `db01` or `[db01]:2222`. */
  matches(name: string): boolean;
}

const MARKERS: Readonly<Record<string, KnownHostsEntry['marker']>> = {
  '': 'none',
  '@revoked': 'revoked',
  '@cert-authority': 'cert-authority',
};

/** Parses the text of a known_hosts file. Like OpenSSH, this skips lines that are not valid. */
export function parseKnownHosts(text: string, file: string): KnownHostsEntry[] {
  return text.split('\n').flatMap((line, index) => {
    const parsed = parseLine(line, { file, line: index + 1 });
    return parsed === undefined ? [] : [parsed];
  });
}

function parseLine(line: string, location: SourceLocation): KnownHostsEntry | undefined {
  if (/^\s*(?:#|$)/.test(line)) return undefined;
  const [, mark = '', hosts, keyType, encoded] =
    /^\s*(?:(@\S+)\s+)?(\S+)\s+([a-z]\S*)\s+([A-Za-z0-9+/]+={0,2})(?:\s|$)/.exec(line) ?? [];
  const marker = Object.hasOwn(MARKERS, mark) ? MARKERS[mark] : undefined;
  if (hosts === undefined || keyType === undefined || encoded === undefined || marker === undefined)
    return undefined;
  const key = Buffer.from(encoded, 'base64');
  return { marker, keyType, key, location, matches: (name) => matchesHost(name, hosts) };
}
