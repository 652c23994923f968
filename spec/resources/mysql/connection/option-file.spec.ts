import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'ini';
import { formatOptionFile } from '../../../../src/formats/option-file.js';
import { parseOptionFile } from '../../../../src/resources/mysql/connection/option-file.js';

/** The value of one option, as `my_print_defaults` of MariaDB 10.11 reads it. */
function readValue(line: string): string | undefined {
  const [first] = parseOptionFile(`[client]\n${line}\n`);
  return first !== undefined && 'value' in first ? first.value : undefined;
}

describe('an option file', () => {
  const values: readonly [line: string, value: string | undefined][] = [
    ['password=12345', '12345'],
    ['password = a;b', 'a;b'],
    ['password=a#b', 'a'],
    ["password='a#b'", 'a#b'],
    ['password="a\'b"', "a'b"],
    ['password="a\\"b\\\\c"', 'a"b\\c'],
    ['password=a\\sb\\tc', 'a b\tc'],
    ['password=', ''],
    ['skip-networking', undefined],
  ];
  for (const [line, value] of values) {
    it(`says ${JSON.stringify(value)} where it says ${line}`, () => expect(readValue(line)).to.equal(value));
  }

  it('has groups, comments and names that may be written in two ways', () => {
    const text =
      '# x\n; y\n[client]\nssl_ca=/a\n\n[mysqld]  \r\nport=1\n!includedir /etc/mysql/conf.d/\n!include /x.cnf\n';
    expect(parseOptionFile(text)).to.deep.equal([
      { line: 4, group: 'client', name: 'ssl-ca', value: '/a' },
      { line: 7, group: 'mysqld', name: 'port', value: '1' },
      { line: 8, include: '/etc/mysql/conf.d/', directory: true },
      { line: 9, include: '/x.cnf', directory: false },
    ]);
  });

  it('gives back every value that was quoted for it', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', "'", '\\', '#', ';', ' ', '\n', '\t', 'n', 's'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(
        text.filter((one) => !/[\0\v\f\u0085\u2028\u2029]/.test(one)),
        (value) => {
          const text = formatOptionFile({ client: { password: value } });
          const desired = value === '' ? undefined : value;
          const [read] = parseOptionFile(text);
          expect(read).to.deep.include({ group: 'client', name: 'password', value: desired });
        },
      ),
    );
  });

  it('is an INI file for others, too', () => {
    expect(parse(formatOptionFile({ client: { password: 'a "b" #c;' } }))).to.deep.equal({
      client: { password: 'a "b" #c;' },
    });
  });
});
