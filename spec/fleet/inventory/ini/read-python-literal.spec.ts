import { expect } from 'chai';
import fc from 'fast-check';
import { readPythonLiteral } from '../../../../src/fleet/inventory/ini/read-python-literal.js';
import { UnsupportedValue } from '../../../../src/fleet/inventory/unsupported-value.js';

describe('a value in INI', () => {
  it('has the type of a Python literal, and is a string otherwise', () => {
    const expected: Readonly<Record<string, unknown>> = {
      '5': 5,
      "'5'": '5',
      '0o10': 8,
      '0x1F': 31,
      '1_000': 1000,
      '1e3': 1000,
      '-1.5': -1.5,
      None: null,
      True: true,
      '[1, [2], ]': [1, [2]],
      '1, 2': [1, 2],
      '()': [],
      '(1)': 1,
      "{'a': {1: None}}": { a: { '1': null } },
      "'a' 'b'": 'ab',
      "r'a\\n'": 'a\\n',
      "'\\x41\\u00e9\\101\\q'": 'A\u00e9A\\q',
      'True # c': true,
      '010': '010',
      yes: 'yes',
      '56L': '56L',
      '--5': '--5',
      '::1': '::1',
      '10.0.0.1': '10.0.0.1',
      '/a/b # c': '/a/b # c',
      '[1, 2': '[1, 2',
      "f'a'": "f'a'",
      "b'a' 'b'": "b'a' 'b'",
      '': '',
    };
    for (const [text, value] of Object.entries(expected))
      expect(readPythonLiteral(text), text).to.deep.equal(value);
  });

  it('is refused if JSON cannot represent it', () => {
    for (const text of ['{1, 2}', '1j', '...', '12345678901234567890', '{[1]: 2}', `${'['.repeat(500)}1`])
      expect(() => readPythonLiteral(text), text.slice(0, 30)).to.throw(UnsupportedValue);
  });

  it('is what JSON says of lists and strings', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.string(), fc.array(tie('value'))),
    })).value;
    fc.assert(
      fc.property(value, (one) => {
        const text = JSON.stringify(one);
        // JSON escapes a slash or a surrogate in ways that Python does not have.
        fc.pre(!/\\u|[\ud800-\udfff]/.test(text));
        expect(readPythonLiteral(text)).to.deep.equal(one);
      }),
    );
  });

  it('is read in time that is proportional to its length', () => {
    const started = performance.now();
    for (const text of ["'".repeat(100_000), '1_'.repeat(100_000), '1,'.repeat(100_000), ' '.repeat(100_000)])
      readPythonLiteral(text);
    expect(performance.now() - started).to.be.below(5000);
  });
});
