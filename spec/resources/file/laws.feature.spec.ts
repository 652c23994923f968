import { expect } from 'chai';
import fc from 'fast-check';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

type Attributes = NonNullable<ConstructorParameters<typeof File>[2]>;

/** Modes that leave their owner the right to read and search, which a process without root needs. */
const mode = fc.constantFrom(
  undefined,
  '0600',
  '0640',
  '0644',
  '0755',
  '4755',
  'u=rwX,go=rX',
  'g-w,o=',
  'a+X',
);
const content = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constant('x'.repeat(100_000)));

/** Whatever a path may be told to be; `SELF/…` stands for the temporary directory. */
const attributes: fc.Arbitrary<Attributes> = fc
  .record({
    shape: fc.oneof(
      fc.record({ content }),
      fc.record({ ensure: fc.constantFrom('file', 'present'), content }),
      fc.record({ ensure: fc.constantFrom('file', 'present', 'directory', 'absent') }),
      fc.record({ ensure: fc.constant('link'), target: fc.constantFrom('nowhere', 'elsewhere') }),
      fc.record({ ensure: fc.constant('directory'), recurse: fc.constant(true), purge: fc.boolean() }),
      fc.record({ source: fc.constant('SELF/source') }),
      fc.record({ source: fc.constant('SELF/tree'), recurse: fc.constantFrom(true, 'remote') }),
      fc.constant({}),
    ),
    mode,
    replace: fc.boolean(),
    links: fc.constantFrom('manage', 'follow'),
    backup: fc.boolean(),
  })
  .map(({ shape, ...rest }) => ({ ...(shape as Attributes), ...rest, force: true }));

describe('a file, whatever existed before and whatever is desired,', () => {
  let bench: Workbench;
  before(async () => {
    bench = await Workbench.open();
    const { files } = bench.host;
    await files.write(bench.path('source'), Buffer.from([0, 1, 2, 255]));
    await files.makeDirectory(bench.path('tree'));
    await files.write(bench.path('tree/a'), 'a');
    await files.makeDirectory(bench.path('tree/sub'));
    await files.link(bench.path('tree/sub/link'), '../a');
  });
  after(() => bench.close());

  it('is in sync after one change', async () => {
    await fc.assert(
      fc.asyncProperty(attributes, attributes, async (first, second) => {
        for (const name of ['x', 'nowhere', 'elsewhere']) {
          await bench.host.files.remove(bench.path(name), { recursive: true });
        }
        for (const given of [first, second]) {
          const source =
            typeof given.source === 'string' ? given.source.replace('SELF', bench.directory) : undefined;
          const body = (site: Scope) => {
            new File(site, bench.path('x'), { ...given, source });
          };
          await bench.apply(body);
          expect(await bench.apply(body)).to.deep.equal({});
        }
      }),
      { numRuns: 150 },
    );
  });
});
