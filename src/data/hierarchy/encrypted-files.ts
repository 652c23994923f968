import {
  chmodSync,
  chownSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import { type Encrypt, encryptFor } from './secrets/age-encryption.js';
import { AgeVault } from './secrets/age-vault.js';
import {
  countEncrypted,
  type EditableText,
  encryptMarks,
  reencryptText,
  toEditableText,
} from './secrets/editable-text.js';
import { findEncryptedParts, formatEncrypted } from './secrets/encrypted-text.js';
import { findValue } from './secrets/find-value.js';
import { findIdentityFile, readIdentities } from './secrets/identities.js';
import { findRecipients, type Recipient, readRecipients, recipientsFile } from './secrets/recipients.js';
import { withLocation } from './with-location.js';

/** The keys with which data files are encrypted and decrypted. */
export interface EncryptionOptions {
  /** The file of an age identity. @default the one that the environment names */
  readonly identity?: string | undefined;
  /** The file of recipients. @default the nearest `recipients.txt` */
  readonly recipients?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** Rejects files that other users could have written, before they are used. @default accepts all files */
  readonly examine?: ((files: readonly string[]) => Promise<void>) | undefined;
}

/** Encrypts a value for the recipients of a folder. */
export async function encryptValue(
  clear: string,
  folder: string,
  options: EncryptionOptions,
): Promise<string> {
  return formatEncrypted('AGE', await (await createEncryption(folder, options))(clear));
}

/**
 * Encrypts the marked values of a data file and generates pending secrets; with a key, encrypts the value of that key.
 * @returns the number of encrypted values.
 */
export async function encryptFile(file: string, options: EncryptionOptions, key?: string): Promise<number> {
  const text = await readExamined(file, options);
  const encrypt = await createEncryption(dirname(file), options);
  const sealed =
    key === undefined ? await encryptMarks(text, encrypt) : await encryptKey(text, key, file, encrypt);
  if (sealed !== text) replace(file, sealed);
  return countEncrypted(sealed) - countEncrypted(text);
}

async function encryptKey(text: string, key: string, file: string, encrypt: Encrypt): Promise<string> {
  const { value, start, end } = await findValue(text, key, file);
  if (findEncryptedParts(value).length > 0)
    return raise('data.encrypted', `the value of '${key}' is already encrypted`);
  return text.slice(0, start) + formatEncrypted('AGE', await encrypt(value)) + text.slice(end);
}

/** Returns a data file for an editor, with its values decrypted and marked. */
export async function openEncryptedFile(file: string, options: EncryptionOptions): Promise<EditableText> {
  const text = await readExamined(file, options);
  const vault = await openVault(text, dirname(file), options);
  return withFile(file, () => toEditableText(text, ({ content }) => vault.open(content).reveal()));
}

/** Returns the decrypted value of one key of a data file. */
export async function decryptKey(file: string, key: string, options: EncryptionOptions): Promise<string> {
  const { value } = await findValue(await readExamined(file, options), key, file);
  const vault = await openVault(value, dirname(file), options);
  return withFile(
    file,
    () =>
      findEncryptedParts(value)
        .map(({ content }) => vault.open(content).reveal())
        .join('') || value,
  );
}

/** Encrypts an edited text and writes it to the file. */
export async function saveEncryptedFile(
  file: string,
  edited: string,
  opened: EditableText,
  options: EncryptionOptions,
): Promise<void> {
  replace(file, await encryptMarks(edited, await createEncryption(dirname(file), options), opened));
}

/**
 * Encrypts all values of a file, or of all data files below a folder, for the current recipients. If one value cannot
 * be read, nothing is written.
 * @returns the files with the number of values in each.
 */
export async function rotateFiles(
  path: string,
  options: EncryptionOptions,
): Promise<readonly (readonly [string, number])[]> {
  const files = listDataFiles(path).filter((file) => countEncrypted(read(file)) > 0);
  await options.examine?.(files);
  const fresh = await Promise.all(
    files.map(async (file) => {
      const text = read(file);
      const vault = await openVault(text, dirname(file), options);
      const encrypt = await createEncryption(dirname(file), options);
      for (const { method, content } of findEncryptedParts(text))
        if (method === 'AGE') withFile(file, () => vault.open(content));
      return [
        file,
        await reencryptText(text, ({ content }) => vault.open(content).reveal(), encrypt),
      ] as const;
    }),
  );
  for (const [file, text] of fresh) replace(file, text);
  return fresh.map(([file, text]) => [file, countEncrypted(text)]);
}

function listDataFiles(path: string): string[] {
  if (!isFolder(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function createEncryption(folder: string, options: EncryptionOptions): Promise<Encrypt> {
  const recipients = await readRecipientsFor(folder, options);
  if (recipients.length === 0) {
    return raise('data.recipient', `no recipients for encrypted values in ${folder}`, {
      hint: `list recipients in ${join(folder, recipientsFile)}, one per line; glance-apply data identity FILE creates one`,
    });
  }
  return encryptFor(recipients);
}

async function readRecipientsFor(folder: string, options: EncryptionOptions): Promise<readonly Recipient[]> {
  const file = options.recipients ?? findRecipients(folder, parse(folder).root);
  if (file === undefined) return [];
  // Everyone named in it can read the encrypted values.
  await options.examine?.([file]);
  return readRecipients(file);
}

async function openVault(text: string, folder: string, options: EncryptionOptions): Promise<AgeVault> {
  const path = findIdentityFile(options.identity, options.environment);
  if (path !== undefined) await options.examine?.([path]);
  const identities = readIdentities(options.identity, options.environment);
  const vault = new AgeVault({ identities, recipients: await readRecipientsFor(folder, options) });
  await vault.fill(
    findEncryptedParts(text).flatMap(({ method, content }) => (method === 'AGE' ? [content] : [])),
  );
  return vault;
}

function withFile<T>(file: string, work: () => T): T {
  return withLocation({ file, line: 1 }, work);
}

async function readExamined(file: string, { examine }: EncryptionOptions): Promise<string> {
  await examine?.([file]);
  return read(file);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return raise('data.unreadable', `cannot read ${file}: ${messageOf(error)}`);
  }
}

/** Replaces a file in one step, so that no reader finds it half written; keeps its mode and owner. */
function replace(file: string, text: string): void {
  const fresh = join(dirname(file), `.${process.pid}.glance-apply`);
  const { mode, uid, gid } = statSync(file);
  try {
    writeFileSync(fresh, text, { mode: 0o600, flag: 'wx' });
    chmodSync(fresh, mode & 0o7777);
    if (process.geteuid?.() === 0) chownSync(fresh, uid, gid);
    renameSync(fresh, file);
  } catch (error) {
    try {
      unlinkSync(fresh);
    } catch {
      // It was never created.
    }
    raise('data.unwritable', `cannot write ${file}: ${messageOf(error)}`);
  }
}
