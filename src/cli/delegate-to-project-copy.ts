import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commands } from './commands/index.js';
import { parseCall } from './parse-call.js';
import { findProjectCopy } from './project-copy.js';

const delegatedKey = Symbol.for('glance-apply.handed-over');

/**
 * Runs the copy of the library that is installed in the manifest's project, if there is one, in this process and with
 * the same arguments and environment. That copy does not delegate again.
 * @returns whether another copy has taken over.
 * @throws {GlanceApplyError} if that copy cannot be used.
 */
export async function delegateToProjectCopy(words: readonly string[]): Promise<boolean> {
  const manifest = findManifestArgument(words);
  if (manifest === undefined || !existsSync(manifest) || delegatedKey in globalThis) return false;
  const copy = findProjectCopy(dirname(realpathSync(manifest)));
  if (copy === undefined) return false;
  if (!words.includes('--trust-manifest')) {
    const { refuseUntrusted } = await import('../hosts/refuse-untrusted.js');
    await refuseUntrusted('run a copy of the library', [resolve(manifest), copy.folder, copy.program]);
  }
  Object.defineProperty(globalThis, delegatedKey, { value: true });
  process.argv[1] = copy.program;
  await import(pathToFileURL(copy.program).href);
  return true;
}

/** Finds the manifest among the arguments, without failing on options that only another version supports. */
function findManifestArgument(words: readonly string[]): string | undefined {
  try {
    const { command, args } = parseCall(words, commands);
    return command?.args[0]?.name === 'MANIFEST' ? args[0] : undefined;
  } catch {
    return words.find((word) => /\.(?:[cm]?[jt]sx?|ya?ml|json)$/.test(word) && existsSync(word));
  }
}
