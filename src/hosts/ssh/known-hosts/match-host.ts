import { createHmac } from 'node:crypto';
import { matchesPatterns } from '../config/match-pattern.js';

/** Returns whether the first field of a known_hosts line is for a name: a hash of it, or a list of patterns. */
export function matchesHost(name: string, hosts: string): boolean {
  if (hosts.startsWith('|')) return isHashOf(name, hosts);
  return matchesPatterns(name.toLowerCase(), hosts.toLowerCase().split(','));
}

/** Hashes a name as OpenSSH does: `|1|salt|hash`, both in base64. */
export function hashHost(name: string, salt: Buffer): string {
  const hash = createHmac('sha1', salt).update(name.toLowerCase()).digest('base64');
  return `|1|${salt.toString('base64')}|${hash}`;
}

function isHashOf(name: string, hashed: string): boolean {
  const [, salt] = /^\|1\|([A-Za-z0-9+/=]+)\|[A-Za-z0-9+/=]+$/.exec(hashed) ?? [];
  return salt !== undefined && hashHost(name, Buffer.from(salt, 'base64')) === hashed;
}
