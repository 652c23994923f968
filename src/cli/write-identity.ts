import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateIdentity } from '../data/hierarchy/secrets/age-encryption.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';

/**
 * Makes an identity of age in a file that only its owner can read; gives the recipient.
 * @throws {GlanceApplyError} where the file is there: an identity that is lost takes its secrets with it.
 */
export async function writeIdentity(file: string): Promise<string> {
  const { identity, recipient } = await generateIdentity();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error) =>
      raise('data.identity', `no identity was written: ${messageOf(error)}`, {
        hint: 'name a file that is not there yet',
      }),
  );
  return recipient;
}
