import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import { compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { fromPuppetCatalog, toPuppetCatalog } from '../../../src/catalog/puppet-format/index.js';
import { File } from '../../../src/resources/file/file.js';
import { secret } from '../../../src/secrets/secret.js';
import { Workbench } from './workbench.js';

describe('a content of bytes', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  const one = (content: Uint8Array) => (site: Scope) => void new File(site, bench.path('f'), { content });

  it('is written byte by byte, and in sync afterwards, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await bench.apply(one(bytes));
        expect(Buffer.from(bytes).equals(await readFile(bench.path('f')))).to.equal(true);
        expect(await bench.apply(one(Buffer.from(bytes)))).to.deep.equal({});
      }),
      { numRuns: 40 },
    );
  });

  it('is what it was when the file was declared', async () => {
    const bytes = Buffer.from('before');
    const catalog = await compile(manifest((site) => void new File(site, '/f', { content: bytes })));
    bytes.write('AFTER!');
    expect(catalog.find('file', '/f')?.desired.content).to.deep.equal({
      __ptype: 'Binary',
      __pvalue: Buffer.from('before').toString('base64'),
    });
  });

  it("goes through Puppet's catalog format as its rich data of the kind Binary", async () => {
    const bytes = Buffer.from([0xc7, 0xd1, 0xfc, 0x84]);
    const catalog = await compile(manifest((site) => void new File(site, '/f', { content: bytes })));
    const written = JSON.stringify(toPuppetCatalog(catalog));
    expect(written).to.include('{"__ptype":"Binary","__pvalue":"x9H8hA=="}');
    const read = fromPuppetCatalog(written, { types: new Map([['file', File as never]]) });
    expect(read.find('file', '/f')?.desired.content).to.deep.equal(
      catalog.find('file', '/f')?.desired.content,
    );
  });

  it('may be a secret', async () => {
    const content = secret(Buffer.from([0xc7, 0xd1]));
    await bench.apply((site) => void new File(site, bench.path('f'), { content }));
    expect((await readFile(bench.path('f'))).toString('hex')).to.equal('c7d1');
  });
});
