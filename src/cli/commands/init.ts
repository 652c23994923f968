import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import { thisCopy } from '../../errors/this-copy.js';
import type { Command } from '../command.js';
import { exitStatus } from '../exit-status.js';
import { buildProjectFiles } from '../init/project-files.js';

/** Makes a project of manifests from nothing. */
export const init: Command = {
  name: 'init',
  summary: 'make a project: a manifest, its data and its specs',
  description: `Writes a manifest, data for it, specs that pass, and what npm, TypeScript and mocha need to know. The folder is made; one that is there must be empty, but for what git keeps in it.

Nothing is downloaded: npm install does that.`,
  args: [{ name: 'DIR', required: true }],
  options: {},
  examples: [
    {
      line: 'npx glance-apply init images && cd images && npm install && npm test',
      doc: 'From nothing to specs that pass.',
    },
  ],
  async run({ args, io }) {
    const [path = ''] = args;
    const folder = resolve(io.directory, path);
    await ensureEmpty(folder, path);
    const files = buildProjectFiles({ name: toPackageName(basename(folder)), version: thisCopy.version });
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      // Never over a file that has come there in the meantime.
      await writeFile(file, content, { flag: 'wx' });
    }
    io.stdout.write(
      [
        `made ${path}: ${Object.keys(files).join(', ')}`,
        '',
        `  cd ${path}`,
        '  npm install',
        '  npm test        specs of the manifest, without a host',
        '  npm run plan    what it would change on this host',
        '',
      ].join('\n'),
    );
    return exitStatus.ok;
  },
};

async function ensureEmpty(folder: string, path: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    return raise('init.folder', `${path} cannot be made a project: ${messageOf(error)}`);
  }
  const found = names.find((name) => name !== '.git');
  if (found !== undefined)
    raise('init.not-empty', `${path} is not empty: ${found} is there`, {
      hint: 'name a folder that is empty, or not there yet',
    });
}

/** A name that npm allows: small letters, digits and hyphens. */
function toPackageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'manifests' : name;
}
