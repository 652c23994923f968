import { createHash } from 'node:crypto';
import { chmod, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

describe('the checksum of a file', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  type Attributes = ConstructorParameters<typeof File>[2];
  const one = (attributes: Attributes) => (site: Scope) => void new File(site, bench.path('to'), attributes);
  const text = () => readFile(bench.path('to'), 'utf8');
  const from = (attributes: Attributes) => one({ source: bench.path('from'), ...attributes });

  for (const checksum of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const) {
    it(`${checksum} finds any difference, of a source and of a content`, async () => {
      const long = 'x'.repeat(600);
      await writeFile(bench.path('from'), `${long}1`);
      await writeFile(bench.path('to'), `${long}2`);
      await bench.apply(from({ checksum }));
      expect(await text()).to.equal(`${long}1`);
      await bench.apply(one({ checksum, content: `${long}3` }));
      expect(await text()).to.equal(`${long}3`);
      expect(await bench.apply(one({ checksum, content: `${long}3` }))).to.deep.equal({});
    });
  }

  for (const checksum of ['md5lite', 'sha1lite', 'sha256lite'] as const) {
    it(`${checksum} looks at the first 512 bytes alone, of a source and of a content`, async () => {
      const start = 'x'.repeat(512);
      await writeFile(bench.path('from'), `${start}new`);
      await writeFile(bench.path('to'), `${start}old and longer`);
      expect(await bench.apply(from({ checksum }))).to.deep.equal({});
      expect(await bench.apply(one({ checksum, content: `${start}newer` }))).to.deep.equal({});
      await writeFile(bench.path('from'), `y${start}`);
      await bench.apply(from({ checksum }));
      expect(await text()).to.equal(`y${start}`);
      await bench.apply(one({ checksum, content: `z${start}` }));
      expect(await text()).to.equal(`z${start}`);
    });
  }

  it('mtime copies a source that is newer, whatever they hold, and no other', async () => {
    await writeFile(bench.path('from'), 'source');
    await writeFile(bench.path('to'), 'other');
    await utimes(bench.path('from'), 1000, 1000);
    expect(await bench.apply(from({ checksum: 'mtime' }))).to.deep.equal({});
    await utimes(bench.path('to'), 999, 999);
    await bench.apply(from({ checksum: 'mtime' }));
    expect(await text()).to.equal('source');
    expect(await bench.apply(from({ checksum: 'mtime' }))).to.deep.equal({});
  });

  it('ctime copies a source that was changed later in any way', async () => {
    await writeFile(bench.path('from'), 'source');
    await new Promise((done) => setTimeout(done, 20));
    await writeFile(bench.path('to'), 'other');
    expect(await bench.apply(from({ checksum: 'ctime' }))).to.deep.equal({});
    await new Promise((done) => setTimeout(done, 20));
    await chmod(bench.path('from'), 0o600);
    await bench.apply(from({ checksum: 'ctime' }));
    expect(await text()).to.equal('source');
  });

  describe('checksum_value', () => {
    const sum = (content: string, type = 'sha256') => createHash(type).update(content).digest('hex');

    it('leaves a file alone that has it, without a look at the source', async () => {
      await writeFile(bench.path('to'), 'wanted');
      for (const checksum of ['md5', 'sha256', 'sha512'] as const) {
        const value = sum('wanted', checksum).toUpperCase();
        expect(await bench.plan(from({ checksum, checksum_value: value }))).to.have.property('size', 0);
      }
    });

    it('copies a source that has it over a file that has not, and changes nothing the second time', async () => {
      await writeFile(bench.path('from'), 'wanted');
      for (const before of ['other', undefined]) {
        if (before === undefined) await rm(bench.path('to'));
        else await writeFile(bench.path('to'), before);
        const manifest = from({ checksum: 'md5', checksum_value: sum('wanted', 'md5') });
        await bench.apply(manifest);
        expect(await text()).to.equal('wanted');
        expect(await bench.apply(manifest)).to.deep.equal({});
      }
    });

    it('refuses a source that does not have it, and leaves the file as it is', async () => {
      await writeFile(bench.path('from'), 'tampered with');
      await writeFile(bench.path('to'), 'before');
      const manifest = from({ checksum_value: sum('wanted') });
      await bench.apply(manifest).then(
        () => expect.fail('it was copied'),
        (error: Error) => expect(error.message).to.match(/does not match checksum_value: \{sha256\}/),
      );
      expect(await text()).to.equal('before');
    });
  });
});
