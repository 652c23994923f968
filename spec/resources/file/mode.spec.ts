import { expect } from 'chai';
import fc from 'fast-check';
import { fileMode, resolveMode, toOctal } from '../../../src/resources/file/mode.js';

describe('the mode of a file', () => {
  const examples: readonly [string, number, boolean, string][] = [
    ['0640', 0o777, false, '0640'],
    ['0640', 0o777, true, '0750'],
    ['4755', 0, false, '4755'],
    ['u+x', 0o644, false, '0744'],
    ['u=rw,g=r,o=', 0o777, false, '0640'],
    ['go-w', 0o666, false, '0644'],
    ['+x', 0o644, false, '0755'],
    ['a=rX', 0o600, false, '0444'],
    ['a=rX', 0o600, true, '0555'],
    ['a+X', 0o744, false, '0755'],
    ['g=u', 0o640, false, '0660'],
    ['u+s,g+s', 0o755, false, '6755'],
    ['+t', 0o777, true, '1777'],
    ['u=rwx-x', 0, false, '0600'],
  ];
  for (const [mode, current, directory, desired] of examples) {
    it(`${mode} makes ${toOctal(current)} of a ${directory ? 'directory' : 'file'} ${desired}`, () => {
      expect(toOctal(resolveMode(mode, current, directory))).to.equal(desired);
    });
  }

  it('is written with four digits, however many were given', () => {
    expect(['640', '0640', '00640', '7', '4755', '0'].map((mode) => fileMode.munge?.(mode))).to.deep.equal([
      '0640',
      '0640',
      '0640',
      '0007',
      '4755',
      '0000',
    ]);
  });

  it('is never made of a number, which could be octal or decimal', () => {
    expect(fileMode.munge?.(640)).to.equal(640);
    expect(fileMode.schema.type).to.equal('string');
  });

  it('is the same once it is there', () => {
    const clause = fc
      .tuple(
        fc.subarray(['u', 'g', 'o', 'a']),
        fc.constantFrom('+', '-', '='),
        fc.subarray(['r', 'w', 'x', 's', 't']),
      )
      .map(([who, operator, permissions]) => `${who.join('')}${operator}${permissions.join('')}`);
    const mode = fc.oneof(
      fc.integer({ min: 0, max: 0o7777 }).map(toOctal),
      fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => clauses.join(',')),
    );
    fc.assert(
      fc.property(mode, fc.integer({ min: 0, max: 0o7777 }), fc.boolean(), (desired, current, directory) => {
        const once = resolveMode(desired, current, directory);
        expect(resolveMode(desired, once, directory)).to.equal(once);
      }),
    );
  });
});
