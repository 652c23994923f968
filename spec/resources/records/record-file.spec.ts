import { expect } from 'chai';
import fc from 'fast-check';
import { RecordFile } from '../../../src/resources/records/record-file.js';

interface Entry {
  readonly name: string;
  readonly value: string;
}

const format = {
  parse: (line: string): Entry | undefined => {
    const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? undefined : { name, value };
  },
  format: ({ name, value }: Entry) => `${name}=${value}`,
};

const line = fc.oneof(
  fc.constantFrom('', '# a=1', 'neither', '  '),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2')).map((pair) => pair.join('=')),
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((one) => `${one}\n`).join(''));

describe('a file of records', () => {
  it('is printed as it was read, but for a missing line break at its end', () => {
    fc.assert(fc.property(text, (before) => new RecordFile(before, format).text === before));
    expect(new RecordFile('a=1', format).text).to.equal('a=1\n');
  });

  it('preserves all lines except the changed one, which keeps its position', () => {
    fc.assert(
      fc.property(text, fc.nat(), (before, which) => {
        const file = new RecordFile(before, format);
        const old = file.records[which % Math.max(1, file.records.length)];
        if (old === undefined) return;
        file.put({ name: old.name, value: 'new' }, old);
        const lines = before.split('\n');
        const changed = file.text.split('\n');
        expect(changed).to.have.length(lines.length);
        expect(changed.filter((one, index) => one !== lines[index])).to.have.length(1);
      }),
    );
  });

  it('is as before when an addition is removed again', () => {
    fc.assert(
      fc.property(text, (before) => {
        const file = new RecordFile(before, format);
        const added = { name: 'x', value: 'y' };
        file.put(added);
        expect(file.text).to.equal(`${before}x=y\n`);
        file.remove(added);
        expect(file.text).to.equal(before);
      }),
    );
  });

  it('treats continuations as a part of the record', () => {
    const folded = { ...format, continues: (one: string) => /^\s+\S/.test(one) };
    const file = new RecordFile('a=1,\n  2\nb=3\n', folded);
    expect(file.records).to.deep.equal([
      { name: 'a', value: '1,\n  2' },
      { name: 'b', value: '3' },
    ]);
    file.remove(file.records[0] as Entry);
    expect(file.text).to.equal('b=3\n');
  });
});
