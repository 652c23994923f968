import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commands } from './commands/index.js';
import { parseCall } from './parse-call.js';
import { findProjectCopy } from './project-copy.js';

const delegatedKey = Symbol.for('glance-apply.handed-over');

/**
 * Has the copy of the library that the manifest's project has for itself do the work, in this process, with the same
 * arguments and environment. That copy does not hand over again.
 * @returns whether it does.
 * @throws {GlanceApplyError} where that copy cannot be used.
 */
export async function delegateToProjectCopy(words: readonly string[]): Promise<boolean> {
  const manifest = findManifestArgument(words);
  if (manifest === undefined || !existsSync(manifest) || delegatedKey in globalThis) return false;
  const copy = findProjectCopy(dirname(realpathSync(manifest)));
  if (copy === undefined) return false;
  if (!words.includes('--trust-manifest')) {
    const { refuseUntrusted: refuseForeign } = await import('../manifest/refuse-untrusted.js');
    await refuseForeign('run a copy of the library', [resolve(manifest), copy.folder, copy.program]);
  }
  Object.defineProperty(globalThis, delegatedKey, { value: true });
  process.argv[1] = copy.program;
  await import(pathToFileURL(copy.program).href);
  return true;
}

/** The manifest that a call names; another version may know options that this one does not. */
function findManifestArgument(words: readonly string[]): string | undefined {
  try {
    const { command, args } = parseCall(words, commands);
    return command?.args[0]?.name === 'MANIFEST' ? args[0] : undefined;
  } catch {
    return words.find((word) => /\.(?:[cm]?[jt]sx?|ya?ml|json)$/.test(word) && existsSync(word));
  }
}
