import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files that a page has its readers write, by path: blocks of TypeScript whose first line names one. */
function filesOf(page: string): ReadonlyMap<string, string> {
  const blocks = page.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, path = '', code = '']) => [path, code]));
}

/** Runs Node in a folder; its output if it fails. */
async function node(folder: string, ...args: readonly string[]): Promise<string> {
  // Mocha tells its workers about itself in the environment.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const failed = await promisify(execFile)(process.execPath, args, { cwd: folder, env }).catch(
    (error: unknown) => error as { readonly stdout: string; readonly stderr: string },
  );
  return failed instanceof Error ? `${failed.stdout}${failed.stderr}` : '';
}

for (const page of ['docs/writing-a-type.md', 'docs/writing-a-class.md']) {
  describe(`the package that ${page} describes`, () => {
    let folder: string;

    before(async () => {
      // Below this repository, so that its tools are found; the library is found as in any project.
      const cache = join(root, 'node_modules/.cache');
      await mkdir(cache, { recursive: true });
      folder = await mkdtemp(join(cache, 'written-'));
      const write = async (path: string, content: string) => {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      };
      const files = filesOf(await readFile(join(root, page), 'utf8'));
      expect([...files.keys()])
        .to.include('site.ts')
        .and.to.have.length.above(2);
      for (const [path, content] of files) await write(path, content);
      await write('package.json', '{"name":"site-types","type":"module"}');
      await write(
        'tsconfig.json',
        JSON.stringify({
          compilerOptions: {
            target: 'es2023',
            module: 'nodenext',
            types: ['node', 'mocha'],
            strict: true,
            noUncheckedIndexedAccess: true,
            skipLibCheck: true,
            noEmit: true,
          },
          include: ['.'],
        }),
      );
      await mkdir(join(folder, 'node_modules'));
      await symlink(root, join(folder, 'node_modules/glance-apply'));
    });

    after(() => rm(folder, { recursive: true }));

    it('compiles', async () => {
      expect(await node(folder, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')).to.equal('');
    });

    it('passes its specs', async () => {
      const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
      expect(
        await node(
          folder,
          mocha,
          '--no-config',
          '--timeout',
          '60000',
          '--node-option',
          'import=tsx',
          'spec/**/*.spec.ts',
        ),
      ).to.equal('');
    });

    it('has a manifest that the command line accepts', async () => {
      const command = join(root, 'dist/glance-apply.js');
      expect(await node(folder, command, 'check', 'site.ts', '--trust-manifest')).to.equal('');
    });
  });
}
