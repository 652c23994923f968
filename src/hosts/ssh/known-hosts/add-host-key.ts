import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../../../errors/error-code.js';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { hashHost } from './match-host.js';

/** Bytes of salt in a hashed name. */
const SALT = 20;

/** The key of a host, with the name under which it is looked up. */
export interface NewHostKey {
  readonly name: string;
  readonly keyType: string;
  readonly key: Buffer;
}

/**
 * Adds a key to a known_hosts file, which is created if it does not exist. The line is appended in one write, so that
 * several programs may do this at the same time.
 */
export function addHostKey(file: string, { name, keyType, key }: NewHostKey, isHashed: boolean): void {
  const host = isHashed ? hashHost(name, randomBytes(SALT)) : name.toLowerCase();
  const line = `${host} ${keyType} ${key.toString('base64')}\n`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    appendFileSync(file, endsInLine(file) ? line : `\n${line}`, { mode: 0o600 });
  } catch (cause) {
    raise('ssh.known-hosts', `the key of ${name} cannot be added to ${file}: ${messageOf(cause)}`, {
      hint: `make ${file} writable, or add the key with ssh-keyscan`,
      cause,
    });
  }
}

/** Returns whether a file is empty, or ends with a line break. */
function endsInLine(file: string): boolean {
  try {
    const content = readFileSync(file);
    return content.length === 0 || content.at(-1) === 0x0a;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}
