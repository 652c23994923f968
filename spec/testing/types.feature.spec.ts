import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the types of specs', () => {
  it('refuse only wrong types, titles, attributes and values', async () => {
    const cache = join(root, 'node_modules/.cache');
    await mkdir(cache, { recursive: true });
    const folder = await mkdtemp(join(cache, 'types-'));
    try {
      const project = join(folder, 'tsconfig.json');
      const files = [join(root, 'spec/testing/types/specs.ts')];
      await writeFile(project, JSON.stringify({ extends: join(root, 'tsconfig.json'), files, include: [] }));
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', project]).catch(
        (error: unknown) => error as { stdout: string },
      );
      // What is wrong with the library itself is said where its types are checked.
      expect(stdout.split('\n').filter((line) => !/^(src\/| |$)/.test(line))).to.deep.equal([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
