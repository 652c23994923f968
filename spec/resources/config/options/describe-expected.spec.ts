import { expect } from 'chai';
import fc from 'fast-check';
import { describeExpected } from '../../../../src/resources/config/options/describe-expected.js';
import type { Option } from '../../../../src/resources/config/options/option.js';

const takes = (option: Option, value: string) => describeExpected(option, option.choices, value);

describe('A value of an option', () => {
  for (const [option, fine, wrong] of [
    [{ type: 'boolean' }, ['true', 'False', '1', '0', 'Yes', 'no', 'ON', 'off'], ['maybe', '2', 't', 'y']],
    [{ type: 'integer', min: 1 }, ['1', '+5', '1_000', '"4"'], ['0', '-1', '1.5', 'many', '1 2']],
    [{ type: 'integer', max: 32 }, ['32', '-4'], ['33']],
    [{ type: 'port', min: 0, max: 65535 }, ['0', '9292', '65535'], ['65536', '-1', 'http']],
    [{ type: 'float', min: 0, max: 4.5 }, ['0', '1.', '.5', '4.5', '1e-3'], ['4.6', 'fast', '-0.1']],
    [{ type: 'host address' }, ['0.0.0.0', '::', '[::1]', 'glance.example.com'], ['http://a/', 'two words']],
    [{ type: 'dict' }, ['fast:rbd, slow:file', 'a:b:c', '{"a": 1}'], ['fast', 'fast:rbd,slow']],
    [{ type: 'list' }, ['a,b', 'anything'], []],
    [{ type: 'multi' }, ['anything'], []],
    [{ choices: ['roles', 'policies'] }, ['roles'], ['Roles', 'rules']],
    [{}, ['anything at all'], []],
  ] satisfies readonly (readonly [Option, string[], string[]])[]) {
    const what = JSON.stringify(option);
    for (const value of fine) {
      it(`'${value}' is valid for ${what}`, () => expect(takes(option, value)).to.equal(undefined));
    }
    for (const value of wrong) {
      it(`'${value}' is invalid for ${what}`, () => expect(takes(option, value)).to.be.a('string'));
    }
  }

  it('is described with its range', () => {
    expect(takes({ type: 'port', min: 0, max: 65535 }, '70000')).to.equal('a port, 0 to 65535');
    expect(takes({ type: 'integer', min: 1 }, '0')).to.equal('a whole number, 1 or more');
    expect(takes({ choices: ['roles', 'policies'] }, 'rules')).to.equal('one of roles, policies');
  });

  it('is accepted if it refers to another option, and may be empty', () => {
    for (const type of ['boolean', 'integer', 'port', 'float', 'host address', 'dict'] as const) {
      expect(takes({ type }, '$my_ip')).to.equal(undefined);
      expect(takes({ type }, '')).to.equal(undefined);
    }
  });

  it('is accepted for every numeric option if it is a whole number within the range', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (min, more) => {
        for (const type of ['integer', 'float'] as const) {
          const option: Option = { type, min, max: min + more };
          expect(takes(option, String(min))).to.equal(undefined);
          expect(takes(option, String(min + more))).to.equal(undefined);
          expect(takes(option, String(min - 1))).to.be.a('string');
          expect(takes(option, String(min + more + 1))).to.be.a('string');
        }
      }),
    );
  });
});
