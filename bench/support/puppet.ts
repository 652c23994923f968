import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Side } from './measurement.js';
import { measureTime, type Program } from './process.js';
import type { Workspace } from './workspace.js';

/** The directory of Puppet's modules in Debian's packages. */
const modules = '/usr/share/puppet/modules';

/** Returns the command that applies a manifest with Puppet, whose own files are in the workspace. */
export function puppetProgram(workspace: Workspace, manifest: string, { changes = false } = {}): Program {
  const folders = {
    confdir: workspace.file('puppet/conf'),
    codedir: workspace.file('puppet/code'),
    vardir: workspace.file('puppet/var'),
    basemodulepath: modules,
  };
  const options = Object.entries(folders).map(([name, value]) => `--${name}=${value}`);
  return {
    argv: ['puppet', 'apply', ...options, '--detailed-exitcodes', manifest],
    status: changes ? 2 : 0,
  };
}

/** Returns Puppet as the reference, or why it cannot be measured. */
export function puppetSide(
  runs: number,
  program: Program,
  modulesNeeded: readonly string[] = [],
): Side | string {
  if (spawnSync('puppet', ['--version'], { stdio: 'ignore' }).status !== 0) return 'puppet is not installed';
  const missing = modulesNeeded.find((name) => !existsSync(`${modules}/${name}`));
  if (missing !== undefined) return `Puppet's module ${missing} is not installed in ${modules}`;
  return { name: 'puppet apply', runs, sample: async () => measureTime(program) };
}
