import { expect } from 'chai';
import { UnsupportedValue } from '../../../../src/fleet/inventory/unsupported-value.js';
import { readScalar } from '../../../../src/fleet/inventory/yaml/read-scalar.js';

describe('a plain scalar of YAML', () => {
  it('has the type that PyYAML gives it', () => {
    const expected: Readonly<Record<string, unknown>> = {
      '010': 8,
      '0o10': '0o10',
      '0x1F': 31,
      '0b11': 3,
      '1_000': 1000,
      '1.10': 1.1,
      '1e3': '1e3',
      '1.0e+3': 1000,
      '12:30': 750,
      '22:22': 1342,
      '190:20:30.15': 685230.15,
      '-1:30': -90,
      yes: true,
      Off: false,
      yEs: 'yEs',
      y: 'y',
      '~': null,
      '': null,
      '08': '08',
      '2001-12-14': '2001-12-14',
      '2001-1-1': '2001-1-1',
      '2001-12-14t21:59:43.10-05:00': '2001-12-14T21:59:43.100000-05:00',
      '2001-1-4 1:59:43': '2001-01-04T01:59:43',
      '2001-12-14 21:59:43Z': '2001-12-14T21:59:43+00:00',
      '.inf': Number.POSITIVE_INFINITY,
      '-.INF': Number.NEGATIVE_INFINITY,
      '10.0.0.1': '10.0.0.1',
    };
    for (const [text, value] of Object.entries(expected)) expect(readScalar(text), text).to.equal(value);
    expect(readScalar('.nan')).to.be.NaN;
  });

  it('is refused if it is not what it looks like, or would be rounded', () => {
    for (const text of ['2001-02-30', '2001-13-01', '2001-12-14 25:00:00', '0b_', '12345678901234567890'])
      expect(() => readScalar(text), text).to.throw(UnsupportedValue);
  });
});
