import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from '../../errors/error-code.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import { thisCopy } from '../../errors/this-copy.js';
import { defineCommand } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { buildProjectFiles } from '../init/project-files.js';

/** Creates a project for manifests. */
export const init = defineCommand({
  name: 'init',
  summary: 'create a project: a manifest, its data and its specs',
  description: `Writes a manifest, its data, specs that pass, and the configuration of npm, TypeScript and mocha. The directory is created; an existing one must be empty except for .git.

Nothing is downloaded: npm install does that.`,
  args: [{ name: 'DIR', required: true }],
  options: {},
  examples: [
    {
      line: 'npx glance-apply init images && cd images && npm install && npm test',
      doc: 'From an empty directory to passing specs.',
    },
  ],
  async run({ args: [path], io }) {
    const folder = resolve(io.directory, path);
    await ensureEmpty(folder, path);
    const files = buildProjectFiles({ name: toPackageName(basename(folder)), version: thisCopy.version });
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      // Never overwrites a file that was created in the meantime.
      await writeFile(file, content, { flag: 'wx' });
    }
    io.stdout.write(
      [
        `created ${path}: ${Object.keys(files).join(', ')}`,
        '',
        `  cd ${path}`,
        '  npm install',
        '  npm test        runs the specs of the manifest, without a host',
        '  npm run plan    shows what would change on this host',
        '',
      ].join('\n'),
    );
    return exitStatus.ok;
  },
});

async function ensureEmpty(folder: string, path: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    return raise('init.folder', `cannot create a project in ${path}: ${messageOf(error)}`);
  }
  const found = names.find((name) => name !== '.git');
  if (found !== undefined)
    raise('init.not-empty', `${path} is not empty: it contains ${found}`, {
      hint: 'name a directory that is empty or does not exist',
    });
}

/** Converts a name to one that npm allows: lowercase letters, digits and hyphens. */
function toPackageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'manifests' : name;
}
