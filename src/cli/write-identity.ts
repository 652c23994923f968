import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateIdentity } from '../data/hierarchy/secrets/age-encryption.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';

/**
 * Generates an age identity and writes it to a file that only its owner can read.
 * @returns the recipient.
 * @throws {GlanceApplyError} if the file exists: without the old identity its secrets could not be decrypted.
 */
export async function writeIdentity(file: string): Promise<string> {
  const { identity, recipient } = await generateIdentity();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error) =>
      raise('data.identity', `cannot write the identity: ${messageOf(error)}`, {
        hint: 'name a file that does not exist',
      }),
  );
  return recipient;
}
