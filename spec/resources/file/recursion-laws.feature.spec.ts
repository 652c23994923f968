import { posix } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Scope } from '../../../src/catalog/index.js';
import type { HostFiles } from '../../../src/hosts/host-files.js';
import { File } from '../../../src/resources/file/file.js';
import { walkDirectory } from '../../../src/resources/file/walk-directory.js';
import { Workbench } from './workbench.js';

/** A few names, so that trees meet: a path is a file, a link or a directory, whatever comes first. */
const path = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
  .map((names) => names.join('/'));
const tree = fc.uniqueArray(
  fc.record({
    path,
    kind: fc.constantFrom('file', 'link', 'directory'),
    text: fc.constantFrom('x', 'y', 'zz'),
  }),
  { maxLength: 8, selector: (entry) => entry.path },
);
type Tree = (typeof tree extends fc.Arbitrary<infer T> ? T : never) | [];

/** Makes a tree, directories on the way included. What cannot be below a file or a link is left out. */
async function plant(files: HostFiles, root: string, entries: Tree): Promise<void> {
  await files.remove(root, { recursive: true });
  await files.makeDirectory(root);
  const kinds = new Map<string, string>();
  for (const { path: name, kind, text } of entries) {
    const segments = name.split('/');
    const parents = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
    if (kinds.has(name) || parents.some((parent) => (kinds.get(parent) ?? 'directory') !== 'directory'))
      continue;
    for (const parent of parents) {
      if (!kinds.has(parent)) await files.makeDirectory(posix.join(root, parent));
      kinds.set(parent, 'directory');
    }
    kinds.set(name, kind);
    const target = posix.join(root, name);
    if (kind === 'file') await files.write(target, text);
    else if (kind === 'link') await files.link(target, text);
    else await files.makeDirectory(target);
  }
}

describe('a directory with recurse, whatever it and its source hold,', () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
  });
  after(() => bench.close());

  const names = async (root: string) => {
    const options = { ignore: [], follow: false, skip: () => false };
    const entries = await walkDirectory(bench.host.files, bench.path(root), options);
    return [...entries].map(([name, { kind }]) => `${name} ${kind}`).sort();
  };

  it('is in sync after one change, and with purge and force contains exactly what its source contains', async () => {
    await fc.assert(
      fc.asyncProperty(
        tree,
        tree,
        fc.constantFrom(true, 'remote' as const),
        fc.boolean(),
        fc.constantFrom(undefined, '0640', 'g-w,o='),
        async (given, there, recurse, purges, mode) => {
          const purge = recurse === true && purges;
          await plant(bench.host.files, bench.path('from'), given);
          await plant(bench.host.files, bench.path('to'), there);
          const body = (site: Scope) => {
            const source = bench.path('from');
            new File(site, bench.path('to'), {
              ensure: 'directory',
              source,
              recurse,
              purge,
              mode,
              force: true,
            });
          };
          await bench.apply(body);
          expect(await bench.apply(body)).to.deep.equal({});
          if (purge) expect(await names('to')).to.deep.equal(await names('from'));
          else expect(await names('to')).to.include.members(await names('from'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never changes what another resource manages, nor the directories above', async () => {
    await fc.assert(
      fc.asyncProperty(tree, path, async (there, managed) => {
        await plant(bench.host.files, bench.path('to'), there);
        const [before] = await bench.host.files.status([bench.path('to', managed)]);
        fc.pre(before !== undefined);
        await bench.apply((site) => {
          new File(site, bench.path('to'), { ensure: 'directory', recurse: true, purge: true, force: true });
          new File(site, bench.path('to', managed), {});
        });
        // That it was looked at is noted, and nothing else.
        const [after] = await bench.host.files.status([bench.path('to', managed)]);
        expect({ ...after, accessed: 0 }).to.deep.equal({ ...before, accessed: 0 });
        const kept = (await names('to')).map((name) => name.replace(/ \w+$/, ''));
        for (const name of kept) {
          expect(
            name.startsWith(managed) || managed.startsWith(`${name}/`),
            `${name} is kept for ${managed}`,
          ).to.equal(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
