import { expect } from 'chai';
import fc from 'fast-check';
import { RecordLog } from '../../../src/engine/state/record-log.js';
import { StateBench } from './state-bench.js';

interface Entry {
  readonly said: string;
}

const parse = (value: unknown) =>
  typeof (value as Entry | null)?.said === 'string' ? (value as Entry) : undefined;

describe('a log of records', () => {
  let bench: StateBench;
  const open = () => new RecordLog<Entry>(bench.directory, 'log', parse);
  const said = async () => (await open().read()).records.map((record) => record.said);
  beforeEach(async () => {
    bench = await StateBench.open();
  });

  it('returns what was appended, with a version and a checksum on each line', async () => {
    await open().append([{ said: 'a' }, { said: 'b' }]);
    await open().append([{ said: 'c' }]);
    expect(await said()).to.deep.equal(['a', 'b', 'c']);
    const [first] = ((await bench.text('log')) ?? '').split('\n').filter(Boolean);
    expect(JSON.parse(first ?? '')).to.have.keys('said', 'format', 'checksum');
  });

  it('loses no other record if one was cut off anywhere', async () => {
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(texts, fc.string(), fc.nat(), async (before, after, cut) => {
        bench = await StateBench.open();
        await open().append(before.map((text) => ({ said: text })));
        const whole = (await bench.text('log')) ?? '';
        const kept = whole.slice(0, cut % (whole.length + 1));
        bench.put('log', kept);
        // What went on without a look at the file, and what was read before it.
        await open().append([{ said: after }]);
        const next = open();
        await next.read();
        await next.append([{ said: after }]);
        const lines = kept.split('\n').filter((line) => line.endsWith('}') && whole.includes(`${line}\n`));
        const complete = lines.map((line) => (JSON.parse(line) as Entry).said);
        expect(await said()).to.deep.equal([...complete, after, after]);
      }),
    );
  });

  it('loses no record that is appended after one that could not be written completely', async () => {
    const log = open();
    await log.append([{ said: 'a' }]);
    const append = bench.host.files.append.bind(bench.host.files);
    bench.host.files.append = async (path, text) => {
      await append(path, text.slice(0, 10));
      throw new Error('the disk is full');
    };
    await log.append([{ said: 'b' }]).catch(() => undefined);
    bench.host.files.append = append;
    await log.append([{ said: 'c' }]);
    expect(await said()).to.deep.equal(['a', 'c']);
  });

  it('has no line without a record, whatever was done to it before', async () => {
    const log = open();
    const lines = async () => ((await bench.text('log')) ?? '').split('\n').length - 1;
    await log.read();
    await log.append([{ said: 'a' }]);
    await log.append([{ said: 'b' }]);
    await log.read();
    await log.append([{ said: 'c' }]);
    expect(await lines()).to.equal(3);
    await log.replace([{ said: 'd' }]);
    await log.append([{ said: 'e' }]);
    expect(await lines()).to.equal(2);
    await log.remove();
    await log.append([{ said: 'f' }]);
    expect(await lines()).to.equal(1);
  });

  it('reads a record that an older version has appended to one that was cut off', async () => {
    bench.put('log', '{"said":"a"}\n{"said":"torn{"said":"b"}\n{"said":"c"}\n');
    const { records, unreadable } = await open().read();
    expect(records.map((record) => record.said)).to.deep.equal(['a', 'b', 'c']);
    expect(unreadable).to.deep.equal([
      { line: 2, text: '{"said":"torn', why: 'it is damaged or cut off', newer: false },
    ]);
  });

  it('reports the number of each line that it cannot read, and why', async () => {
    await open().append([{ said: 'good' }]);
    const [good = ''] = ((await bench.text('log')) ?? '').split('\n').filter(Boolean);
    const lines = [
      good.replace('good', 'goad'),
      good.replace('"checksum":"', '"checksum":"!'),
      good.replace('"format":2', '"format":3'),
      'null',
      '[1]',
      '{"other":"shape"}',
      'no JSON at all',
      good,
    ];
    bench.put('log', lines.join('\n'));
    const { records, unreadable } = await open().read();
    expect(records).to.deep.equal([{ said: 'good' }]);
    expect(unreadable.map(({ line, why, newer }) => [line, why, newer])).to.deep.equal([
      [1, 'it is damaged or cut off', false],
      [2, 'it is damaged or cut off', false],
      [3, 'it was written by a newer version of glance-apply (format 3)', true],
      [4, 'it is not a record of log', false],
      [5, 'it is not a record of log', false],
      [6, 'it is not a record of log', false],
      [7, 'it is damaged or cut off', false],
    ]);
  });

  it('detects any changed byte in a record', async () => {
    await open().append([{ said: 'The quick brown fox' }]);
    const whole = ((await bench.text('log')) ?? '').trim();
    for (let at = 0; at < whole.length; at++) {
      const other = whole[at] === 'x' ? 'y' : 'x';
      bench.put('log', whole.slice(0, at) + other + whole.slice(at + 1));
      expect((await open().read()).records, `byte ${at}`).to.deep.equal([]);
    }
  });
});
