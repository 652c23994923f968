import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { StateBench } from './state-bench.js';

describe('copies of what is replaced', () => {
  const content = Buffer.from('before');
  const sum = createHash('sha256').update(content).digest('hex');
  let bench: StateBench;
  beforeEach(async () => {
    bench = await StateBench.open();
  });

  it('are kept once by their checksum, and each time with path and time in the index', async () => {
    await bench.directory.backup('/etc/a', content);
    await bench.directory.backup('/etc/b', content);
    expect(await bench.text(`backups/${sum}`)).to.equal('before');
    const index = ((await bench.text('backups/index.ndjson')) ?? '').split('\n').filter(Boolean);
    const entries = index.map((line) => JSON.parse(line) as { path: string; sha256: string });
    expect(entries.map(({ path }) => path)).to.deep.equal(['/etc/a', '/etc/b']);
    expect(entries.map(({ sha256 }) => sha256)).to.deep.equal([sum, sum]);
  });

  it('are written again where the one that is there was damaged', async () => {
    await bench.directory.backup('/etc/a', content);
    for (const damaged of ['', 'befor', 'beforE', 'before\n']) {
      bench.put(`backups/${sum}`, damaged);
      await bench.directory.backup('/etc/a', content);
      expect(await bench.text(`backups/${sum}`)).to.equal('before');
    }
  });

  it('are none where they are of what is confidential: the index says that it was there', async () => {
    await bench.directory.backup('/etc/a', undefined);
    const [line = ''] = ((await bench.text('backups/index.ndjson')) ?? '').split('\n').filter(Boolean);
    expect(JSON.parse(line))
      .to.include({ path: '/etc/a', confidential: true })
      .and.not.to.have.property('sha256');
    expect(await bench.host.files.list('/state/backups')).to.deep.equal(['index.ndjson']);
  });

  it('are refused where the index cannot be written, also where nothing but path and time is to be kept', async () => {
    bench.host.files.faults.add('/state/backups/index.ndjson', 'ENOSPC', 'change');
    for (const [kept, bucket] of [[undefined], [content], [content, '/bucket']] as const) {
      const error = await bench.directory.backup('/etc/a', kept, bucket).catch((thrown: Error) => thrown);
      expect(String(error)).to.include('/state/backups/index.ndjson');
    }
  });

  it('are not written again where the one that is there is sound', async () => {
    await bench.directory.backup('/etc/a', content);
    bench.host.files.faults.add(`/state/backups/${sum}`, 'EROFS', 'change');
    await bench.directory.backup('/etc/a', content);
    expect(await bench.text(`backups/${sum}`)).to.equal('before');
  });
});
