import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

interface Tarball {
  readonly files: readonly { readonly path: string }[];
  readonly unpackedSize: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = new URL('../../scripts/tarball-problems.mjs', import.meta.url).href;
const { tarballProblems } = (await import(script)) as {
  tarballProblems(tarball: Tarball, description: object): readonly string[];
};
const description = {
  bin: { x: 'dist/x.js' },
  exports: { '.': { types: './dist/types/index.d.ts', default: './dist/index.js' } },
};
const paths = ['LICENSE', 'README.md', 'dist/x.js', 'dist/index.js', 'dist/types/index.d.ts'];
const tarball = (files: readonly string[], unpackedSize = 1000): Tarball => ({
  files: files.map((path) => ({ path })),
  unpackedSize,
});

describe('what npm would publish', () => {
  it('has all that package.json names, and nothing else that is recognized', () => {
    expect(tarballProblems(tarball(paths), description)).to.deep.equal([]);
    expect(tarballProblems(tarball(paths.slice(1, -1)), description)).to.deep.equal([
      'LICENSE is missing, although package.json refers to it: build again',
      'dist/types/index.d.ts is missing, although package.json refers to it: build again',
    ]);
  });

  it('has no sources, keys or hidden files', () => {
    for (const path of ['src/index.ts', 'glance-apply.key', 'manifests/.env', 'dist/index.js.map'])
      expect(tarballProblems(tarball([...paths, path]), description)).to.deep.equal([
        `${path} must not be in the package: see "files" in package.json`,
      ]);
  });

  it('is not larger than expected', () => {
    expect(tarballProblems(tarball(paths, 9_000_000), description)[0]).to.match(/9000000 bytes unpacked/);
  });

  it('is in order as it is', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [own] = JSON.parse(listed) as [Tarball];
    expect(tarballProblems(own, JSON.parse(readFileSync(`${root}package.json`, 'utf8')))).to.deep.equal([]);
  });
});
