import { expect } from 'chai';
import { parseChanges, parseCondition } from '../../../src/resources/augeas/commands.js';

describe('commands of Augeas', () => {
  const parsed = (line: string | string[], context = '/foo/') =>
    parseChanges([line].flat(), context).map(({ name, arguments: words }) => [name, ...words]);

  const lines: Record<string, [string, string[]]> = {
    'a relative path': ['set Jar/Jar Binks', ['set', '/foo/Jar/Jar', 'Binks']],
    'an absolute path': ['set /Jar/Jar Binks', ['set', '/Jar/Jar', 'Binks']],
    'a variable': ['set $node/a 1', ['set', '$node/a', '1']],
    'a value in single quotes': ["set a 'Binks is my copilot'", ['set', '/foo/a', 'Binks is my copilot']],
    'a value in double quotes': ['set /a "Binks is my copilot"', ['set', '/a', 'Binks is my copilot']],
    'an empty value': ['set /a ""', ['set', '/a', '']],
    'quotes in quotes': ['set a "Some \'Test\'"', ['set', '/foo/a', "Some 'Test'"]],
    'an escaped quote': ["set /foo \"''\\\"''\"", ['set', '/foo', "''\"''"]],
    'the other escapes': ['set /foo "\\\'\\ "', ['set', '/foo', "\\'\\ "]],
    'a text in a predicate': ["rm */*[module='pam.so']", ['rm', "/foo/*/*[module='pam.so']"]],
    'blanks in a predicate': [
      "ins 42 before /h/*/ipaddr[ . = '127.0.0.1' ]",
      ['ins', '42', 'before', "/h/*/ipaddr[ . = '127.0.0.1' ]"],
    ],
    'several predicates': [
      "clear p/*[module = 'a'][type = 'b']",
      ['clear', "/foo/p/*[module = 'a'][type = 'b']"],
    ],
    'nested predicates': [
      "clear p/*[module[ ../type = 'type] = 'a'][type[last()] = 'b']",
      ['clear', "/foo/p/*[module[ ../type = 'type] = 'a'][type[last()] = 'b']"],
    ],
    'escaped blanks and brackets': [
      'set /white\\ space/\\[x \t value',
      ['set', '/white\\ space/\\[x', 'value'],
    ],
    'a path in quotes': ["set '/white\\ space/key' value", ['set', '/white\\ space/key', 'value']],
    'a slash at the end': ['set foo/ bar', ['set', '/foo/foo', 'bar']],
  };
  for (const [what, [line, words]] of Object.entries(lines)) {
    it(`have ${what}`, () => expect(parsed(line)).to.deep.equal([words]));
  }

  it('may be many, with blank lines between them', () => {
    expect(parsed(['  set /a b \t', '   ', '', '  rm c '], '')).to.deep.equal([
      ['set', '/a', 'b'],
      ['rm', 'c'],
    ]);
  });

  const wrong: Record<string, RegExp> = {
    'put a b': /command 'put' does not exist/,
    'set a': /lacks its string, argument 2/,
    rm: /lacks its path, argument 1/,
    'rm a]': /\] without its \[/,
    'ins a beside b': /'before' or 'after'/,
    'get a == b': /command 'get' does not exist/,
  };
  for (const [line, message] of Object.entries(wrong)) {
    it(`are refused: ${line}`, () => expect(() => parsed(line)).to.throw(message));
  }

  it('report the text after the last argument', () => {
    expect(parseChanges(['set a b c'], '')[0]?.surplus).to.equal('c');
  });

  it('ask with the rest of the line', () => {
    expect(parseCondition("match a[b = 'c'] == ['d', 'e']", '/x/')?.arguments).to.deep.equal([
      "/x/a[b = 'c']",
      "== ['d', 'e']",
    ]);
    expect(parseCondition('', '/x/')).to.equal(undefined);
  });
});
