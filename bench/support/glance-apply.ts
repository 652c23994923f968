import { fileURLToPath } from 'node:url';
import type { Program } from './process.js';
import type { Workspace } from './workspace.js';

/** The built command, which is what is published. */
export const command = fileURLToPath(new URL('../../dist/glance-apply.js', import.meta.url));

/** Returns the command with its cache and its state in the workspace. */
export function glanceApplyProgram(workspace: Workspace, words: readonly string[], status = 0): Program {
  return {
    argv: [process.execPath, command, ...words],
    env: { XDG_CACHE_HOME: workspace.file('cache') },
    status,
  };
}

/** Returns the command that applies a manifest, and that must end with 2 if `changes` is true. */
export function applyProgram(workspace: Workspace, manifest: string, { changes = false } = {}): Program {
  const options = ['--state-dir', workspace.file('state'), '--detailed-exitcodes'];
  return glanceApplyProgram(workspace, ['apply', manifest, ...options], changes ? 2 : 0);
}
