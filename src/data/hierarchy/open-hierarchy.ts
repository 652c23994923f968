import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { raise } from '../../errors/glance-apply-error.js';
import type { Facts } from '../facts.js';
import { defaultConfig } from './config/default-config.js';
import { type HieraConfig, readHieraConfig } from './config/hiera-config.js';
import { Hierarchy } from './hierarchy.js';
import { FileReader, type Layer, listFiles, readLayer } from './layer.js';
import { type NodeOptions, Scope } from './scope.js';
import { AgeVault } from './secrets/age-vault.js';
import { type Encrypted, findEncryptedParts } from './secrets/encrypted-text.js';
import { findIdentityFile, readIdentities } from './secrets/identities.js';
import { Keyring, type OpenPkcs7 } from './secrets/keyring.js';
import { findRecipients, type Recipient, readRecipients } from './secrets/recipients.js';

/** The node for which data is read, and the keys to decrypt it with. */
export interface HierarchyOptions extends NodeOptions {
  /** Facts of the node. @default none */
  readonly facts?: Facts;
  /** A hiera.yaml of higher priority than the data itself: Puppet's global layer. @default none */
  readonly global?: string;
  /** Folders of modules, whose own data is looked up last. @default `modules` beside hiera.yaml */
  readonly modules?: readonly string[];
  /** The file of an age identity. @default the one in `GLANCE_APPLY_IDENTITY_FILE` or `GLANCE_APPLY_IDENTITY` */
  readonly identity?: string;
  /** The environment of `%{env('NAME')}` and of keys. @default the environment of this process */
  readonly processEnvironment?: NodeJS.ProcessEnv;
}

/**
 * Opens hierarchical data for a node and reads all files that its hierarchy names for that node.
 * @param path A hiera.yaml, the folder that it lies in, or the data folder beside it; a folder without any is
 *   read by convention: `nodes/FQDN`, `os/NAME-MAJOR`, `os/NAME`, `os/FAMILY` and `common`, as YAML or JSON.
 * @throws {GlanceApplyError} with every problem in a file.
 */
export async function openHierarchy(path: string, options: HierarchyOptions = {}): Promise<Hierarchy> {
  const scope = Scope.of(options.facts ?? {}, options);
  const environment = options.processEnvironment ?? process.env;
  const reader = new FileReader();
  const config = await findConfig(path, reader);
  const layers: Layer[] = [];
  if (options.global !== undefined) {
    const global = await findConfig(options.global, reader);
    layers.push(await readLayer({ name: 'global', module: undefined, config: global }, scope, reader));
  }
  layers.push(await readLayer({ name: 'environment', module: undefined, config }, scope, reader));
  const modules = new Map<string, Layer>();
  for (const [name, file] of findModules(options.modules ?? [join(config.root, 'modules')])) {
    const moduleConfig = await readConfig(file, reader, true);
    modules.set(
      name,
      await readLayer({ name: `module ${name}`, module: name, config: moduleConfig }, scope, reader),
    );
  }
  const read = new Set<string>();
  const keyring = await openKeyring([...layers, ...modules.values()], options.identity, environment, read);
  return new Hierarchy(layers, modules, { scope, environment, keyring, read });
}

async function findConfig(path: string, reader: FileReader): Promise<HieraConfig> {
  const absolute = resolve(path);
  const status = statSync(absolute, { throwIfNoEntry: false });
  if (status === undefined) {
    return raise('data.missing', `${path} does not exist`, {
      hint: 'name a data folder, or the hiera.yaml that describes it',
    });
  }
  if (!status.isDirectory()) return readConfig(absolute, reader, false);
  const inside = join(absolute, 'hiera.yaml');
  if (existsSync(inside)) return readConfig(inside, reader, false);
  const beside = join(dirname(absolute), 'hiera.yaml');
  if (existsSync(beside)) {
    const config = await readConfig(beside, reader, false);
    const folders = config.hierarchy.map(({ datadir }) => resolve(config.root, datadir));
    if (folders.includes(absolute)) return config;
  }
  return defaultConfig(absolute);
}

async function readConfig(file: string, reader: FileReader, isModule: boolean): Promise<HieraConfig> {
  const document = await reader.read(file);
  return document === undefined
    ? raise('data.missing', `${file} does not exist`)
    : readHieraConfig(document, file, isModule);
}

/** Returns the modules with their own hierarchy; if several folders contain a module, the first one wins. */
function findModules(folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const name of names) {
      const file = join(resolve(folder), name, 'hiera.yaml');
      if (!found.has(basename(name)) && existsSync(file)) found.set(name, file);
    }
  }
  return found;
}

/** Prepares the keys for encrypted values; values that age encrypted are decrypted in advance. */
async function openKeyring(
  layers: readonly Layer[],
  identity: string | undefined,
  environment: NodeJS.ProcessEnv,
  read: Set<string>,
): Promise<Keyring> {
  const contents: string[] = [];
  const recipients = new Map<string, Recipient>();
  let pkcs7: OpenPkcs7 | undefined;
  for (const layer of layers) {
    for (const { path, document } of listFiles(layer)) {
      const parts = document?.mayBeEncrypted
        ? [...document.root].flatMap(([, value]) => findEncrypted(value))
        : [];
      if (parts.some(({ method }) => method === 'PKCS7'))
        pkcs7 ??= (await import('./secrets/pkcs7.js')).openPkcs7;
      const own = parts.filter(({ method }) => method === 'AGE');
      if (own.length === 0) continue;
      contents.push(...own.map(({ content }) => content));
      const file = findRecipients(dirname(path), layer.config.root);
      if (file !== undefined) for (const one of readRecipients(file)) recipients.set(one.key, one);
    }
  }
  const path = findIdentityFile(identity, environment);
  if (contents.length > 0 && path !== undefined) read.add(path);
  const identities = contents.length === 0 ? [] : readIdentities(identity, environment);
  const vault = new AgeVault({ identities, recipients: [...recipients.values()] });
  await vault.fill(contents);
  return new Keyring(vault, environment, pkcs7, (file) => read.add(file));
}

function findEncrypted(value: unknown): readonly Encrypted[] {
  if (typeof value === 'string') return value.includes('ENC[') ? findEncryptedParts(value) : [];
  if (Array.isArray(value)) return value.flatMap(findEncrypted);
  return value instanceof Map ? [...value.values()].flatMap(findEncrypted) : [];
}
