import { expect } from 'chai';
import { checkErlangTerm, toErlangAtom } from '../../src/formats/erlang-text.js';
import { UnwritableValue } from '../../src/formats/unwritable-value.js';

describe('a term of Erlang', () => {
  const terms = [
    '[{connection, info}, {channel, warning}]',
    '<<"guest">>',
    '<<"gästé"/utf8>>',
    '<<1, 2, "x">>',
    '<<>>',
    '"a" "b"',
    '"}, {x, \\"y\\""',
    "'quoted atom'",
    'true',
    '-5',
    '+1.5e-3',
    '16#ff',
    '$a',
    '#{a => 1, "b" => [c | d]}',
    '{}',
    '[\n  a, % with a comment\n  b\n]',
    "{rabbit@host, 'disc-1'}",
  ];
  for (const term of terms)
    it(`is ${JSON.stringify(term)}, and stays as it is`, () => expect(checkErlangTerm(term)).to.equal(term));

  const others = [
    '',
    'true}, {loopback_users, []',
    'a b',
    'a % with the rest of the file',
    '[a',
    'a]',
    '[a,]',
    '[a | b, c]',
    '[a | b | c]',
    '{a}.',
    '"open',
    "'open",
    'Variable',
    'os:cmd("touch /tmp/canary")',
    'fun() -> ok end',
    'receive',
    '#{a}',
    '<<"a"',
    '5abc',
    '1#2',
    '16#g',
    '$',
    '['.repeat(500_000),
    `${'"a" '.repeat(100_000)},`,
  ];
  for (const other of others)
    it(`is not ${JSON.stringify(other).slice(0, 60)}`, () =>
      expect(() => checkErlangTerm(other)).to.throw(UnwritableValue, /not one Erlang term/));
});

describe('an atom of Erlang', () => {
  it('has quotes where it needs them, unless it has them already', () => {
    expect(toErlangAtom('log_levels')).to.equal('log_levels');
    expect(toErlangAtom("'Log levels'")).to.equal("'Log levels'");
    expect(toErlangAtom('a, 1}, {b')).to.equal("'a, 1}, {b'");
    expect(toErlangAtom("it's\n\\")).to.equal("'it\\'s\\n\\\\'");
    expect(toErlangAtom('receive')).to.equal("'receive'");
    expect(() => toErlangAtom('a\uffff')).to.throw(UnwritableValue, /U\+FFFF/);
    expect(() => toErlangAtom('a'.repeat(256))).to.throw(UnwritableValue, /255 characters/);
  });
});
