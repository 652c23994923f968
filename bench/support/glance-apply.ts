import { fileURLToPath } from 'node:url';
import type { Program } from './process.js';
import type { Workspace } from './workspace.js';

/** What is measured is what is published: the built command. */
export const command = fileURLToPath(new URL('../../dist/glance-apply.js', import.meta.url));

/** The command, with its cache and its state in the workspace. */
export function glanceApplyProgram(workspace: Workspace, words: readonly string[], status = 0): Program {
  return {
    argv: [process.execPath, command, ...words],
    env: { XDG_CACHE_HOME: workspace.file('cache') },
    status,
  };
}

/** Applies a manifest; ends with 2 where it changed something, as it is to be said with `changes`. */
export function applyProgram(workspace: Workspace, manifest: string, { changes = false } = {}): Program {
  const options = ['--state-dir', workspace.file('state'), '--detailed-exitcodes'];
  return glanceApplyProgram(workspace, ['apply', manifest, ...options], changes ? 2 : 0);
}
