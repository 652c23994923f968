import type { ParsedKey } from 'ssh2';
import ssh2 from 'ssh2';
import { messageOf } from '../../../errors/glance-apply-error.js';
import { listAgentKeys } from '../agent-keys.js';
import type { SshSettings } from '../config/settings.js';
import { type KeyFile, readKeyFile, readPublicKey } from './key-file.js';

/** A key that a login may be tried with. */
export interface Identity {
  /** Names it in messages. */
  readonly label: string;
  readonly publicKey: ParsedKey | undefined;
  readonly source: KeyFile | { readonly agent: string };
}

/** The keys for a login, in the order in which they are offered, and why others were left out. */
export interface Identities {
  readonly keys: readonly Identity[];
  readonly notes: readonly string[];
}

/**
 * Collects the keys that OpenSSH would offer. Those that the user has named come first, even before those of the agent:
 * a server ends the connection after a few attempts.
 */
export async function collectIdentities(settings: SshSettings): Promise<Identities> {
  const notes: string[] = [];
  const fromAgent = settings.agent === undefined ? [] : await keysOfAgent(settings.agent, notes);
  const named: Identity[] = [];
  const others: Identity[] = [];
  const used = new Set<ParsedKey>();
  for (const { path, isExplicit } of settings.identityFiles) {
    const file = readKeyFile(path);
    const publicKey =
      typeof file === 'object' ? file.publicKey : (readPublicKey(`${path}.pub`) ?? readPublicKey(path));
    const held = fromAgent.find((key) => publicKey !== undefined && isSameKey(key, publicKey));
    const list = isExplicit ? named : others;
    if (held !== undefined && settings.agent !== undefined) {
      used.add(held);
      list.push({ label: `${path} (from the agent)`, publicKey: held, source: { agent: settings.agent } });
    } else if (typeof file === 'object') list.push({ label: path, publicKey: file.publicKey, source: file });
    else if (typeof file === 'string') notes.push(file);
    else if (isExplicit) notes.push(`${path} does not exist`);
  }
  const { agent } = settings;
  const rest =
    agent === undefined || settings.identitiesOnly ? [] : fromAgent.filter((key) => !used.has(key));
  const offered = rest.map((publicKey) => ({
    label: `${publicKey.comment || publicKey.type} (from the agent)`,
    publicKey,
    source: { agent: agent ?? '' },
  }));
  return { keys: [...named, ...offered, ...others], notes };
}

async function keysOfAgent(socket: string, notes: string[]): Promise<ParsedKey[]> {
  try {
    return (await listAgentKeys(socket)).flatMap((blob) => {
      const key = ssh2.utils.parseKey(blob);
      return key instanceof Error ? [] : [key];
    });
  } catch (error) {
    notes.push(`the agent at ${socket} cannot be used: ${messageOf(error)}`);
    return [];
  }
}

function isSameKey(one: ParsedKey, other: ParsedKey): boolean {
  return one.getPublicSSH().equals(other.getPublicSSH());
}
