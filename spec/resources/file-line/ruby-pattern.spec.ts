import { expect } from 'chai';
import { compileRubyPattern, PatternError } from '../../../src/resources/file-line/ruby-pattern.js';

describe('a pattern as Ruby writes it', () => {
  const understood: readonly [pattern: string, matching: string, other: string][] = [
    ['^export\\ HTTP_PROXY\\=', 'export HTTP_PROXY=x', ' export HTTP_PROXY=x'],
    ['\\Aa.c\\z', 'abc', 'abcd'],
    ['\\Aabc\\Z', 'abc', 'xabc'],
    ['^\\h+$', 'c0ffee', 'coffee'],
    ['^[\\h:]+$', 'c0:ff', 'k'],
    ['^\\s*#?\\s*bind_host\\s*=', '#bind_host = x', 'bind_hosts = x'],
    ['^[[:alpha:]_-]+$', 'a_ä-z', 'a1'],
    ['^[[:space:]]*$', ' \t', ' x'],
    ['^\\p{Alpha}+$', 'äx', '1'],
    ['^[\\p{Digit}.]+$', '1.2', 'x'],
    ['(?i)^PermitRootLogin', 'permitrootlogin no', 'x'],
    ['(?i-mx:^PermitRootLogin)', 'permitrootlogin no', 'x'],
    ['(?-mix:^a|b$)', 'xb', 'xa'],
    ['^a{,2}$', 'aa', 'aaa'],
    ['^{a}$', '{a}', 'a'],
    ['^a{x}$', 'a{x}', 'ax'],
    ['^[]a]+$', ']a', 'b'],
    ['^[\\w-.]+$', 'a-b.c', 'a b'],
    ['^(?<key>\\w+)=\\k<key>$', 'a=a', 'a=b'],
    ['^(?#the name)a$', 'a', 'b'],
    ['^\\_\\"\\/\\-x$', '_"/-x', 'x'],
    ['^/etc/a$', '/etc/a', '/etc/b'],
    ['^$', '', 'x\n'],
    ['^b$', 'a\nb\n', 'a\rb'],
    ['a.b', 'a\rb', 'a\nb'],
    ['(?m)a.b', 'a\nb', 'ab'],
    ['^a\\s', 'a\n', 'a\u00a0'],
    ['^[^\\s]+$', 'a\u00a0', 'a b'],
    ['^[\\h-g]+$', 'a-g', 'z'],
    ['(?x) ^ a [ ] b  # with a blank', 'a b', 'ab'],
    ['(?x-mi:^a\\ b$)', 'a b', 'ab'],
  ];
  for (const [pattern, matching, other] of understood) {
    it(`${pattern} matches '${matching}' and not '${other}'`, () => {
      const expression = compileRubyPattern(pattern);
      expect([expression.test(matching), expression.test(other)]).to.deep.equal([true, false]);
    });
  }

  const refused: readonly [pattern: string, words: string][] = [
    ['a(', 'is not a regular expression'],
    ['[a', "a '[' is not closed"],
    ['a\\', 'ends with a backslash'],
    ['(?>a+)b', 'atomic group'],
    ['a++', 'possessive'],
    ['[a&&b]', 'intersection'],
    ['[a[b]]', 'a set within a set'],
    ['\\Ga', '\\G'],
    ['a(?i:b)', 'changes its options'],
  ];
  for (const [pattern, words] of refused) {
    it(`${pattern} is refused, because it has or is: ${words}`, () => {
      expect(() => compileRubyPattern(pattern)).to.throw(PatternError, words);
    });
  }
});
