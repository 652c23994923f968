import { open, readFile, stat } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

describe('a large file', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  const GIB = 1024 ** 3;
  const copy = (site: Scope) => void new File(site, bench.path('to'), { source: bench.path('from') });

  /** A file with holes: it takes no room on the disk. */
  async function sparse(name: string, size: number, last: string): Promise<void> {
    const file = await open(bench.path(name), 'w');
    await file.write(last, size - last.length);
    await file.close();
  }

  it('is copied, compared and copied again though it is larger than memory should be', async () => {
    const size = 64 * 1024 * 1024;
    await sparse('from', size, 'end');
    await bench.apply(copy);
    expect((await stat(bench.path('to'))).size).to.equal(size);
    expect(await bench.apply(copy)).to.deep.equal({});
    await sparse('from', size, 'END');
    expect(await bench.apply(copy)).to.have.property(bench.path('to'));
    expect((await readFile(bench.path('to'))).subarray(-3).toString()).to.equal('END');
    expect(bench.said.join()).to.match(/is not backed up: it is larger than 16 MiB/);
  });

  it('may have more than 2 GiB', async () => {
    await sparse('from', 2 * GIB + 1, 'x');
    const found = await bench.plan(copy);
    expect([...found.values()][0]).to.be.an('object');
    await sparse('to', 2 * GIB + 2, 'y');
    expect([...(await bench.plan(copy)).values()][0]).to.have.nested.property(
      'differences[0].property',
      'source',
    );
  });

  it('is copied beside itself, however large it is, if backup is a suffix', async () => {
    const size = 20 * 1024 * 1024;
    await sparse('to', size, 'old');
    await bench.apply((site) => void new File(site, bench.path('to'), { content: 'new', backup: '.old' }));
    expect((await readFile(bench.path('to.old'))).subarray(-3).toString()).to.equal('old');
  });
});
