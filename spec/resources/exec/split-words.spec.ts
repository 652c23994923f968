import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatCommand } from '../../../src/resources/exec/run-command.js';
import { ShellSyntaxError, splitWords } from '../../../src/resources/exec/split-words.js';

const lines: readonly [line: string, words: readonly string[]][] = [
  ['glance-manage db_sync', ['glance-manage', 'db_sync']],
  ['  /bin/echo\t a   b ', ['/bin/echo', 'a', 'b']],
  [`echo 'a b' "c d"`, ['echo', 'a b', 'c d']],
  [`echo 'a'b"c"`, ['echo', 'abc']],
  [`echo ''`, ['echo', '']],
  [`echo a\\ b \\$HOME`, ['echo', 'a b', '$HOME']],
  [`echo "a\\"b\\\\c\\d\\$"`, ['echo', 'a"b\\c\\d$']],
  [`sh -c 'echo $HOME | wc -l > /dev/null'`, ['sh', '-c', 'echo $HOME | wc -l > /dev/null']],
  ['find / -name x -exec ls {} +', ['find', '/', '-name', 'x', '-exec', 'ls', '{}', '+']],
  ['echo a#b a~b x=1', ['echo', 'a#b', 'a~b', 'x=1']],
  ['echo a \\\n b', ['echo', 'a', 'b']],
];

const refused: readonly [line: string, reason: string][] = [
  ['a | b', "'|'"],
  ['a && b', "'&'"],
  ['a; b', "';'"],
  ['a > /tmp/x', "'>'"],
  ['echo $HOME', "'$'"],
  ['echo "$HOME"', "'$'"],
  ['echo `id`', "'`'"],
  ['ls *.conf', "'*'"],
  ['ls ~/x', "'~'"],
  ['a # b', "'#'"],
  ['a\nb', 'a line break'],
  ['FOO=1 a', 'a variable'],
  ["a 'b", 'a single quote'],
  ['a "b', 'a double quote'],
  ['a \\', 'a backslash'],
  ['   ', 'empty'],
];

describe('splitting a command into words', () => {
  for (const [line, words] of lines) {
    it(`reads ${JSON.stringify(line)} as a shell does`, () => {
      expect(splitWords(line)).to.deep.equal(words);
      const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
      expect(printed.split('\0').slice(0, -1)).to.deep.equal(words);
    });
  }

  for (const [line, reason] of refused) {
    it(`refuses ${JSON.stringify(line)}, which only a shell can carry out`, () => {
      expect(() => splitWords(line)).to.throw(ShellSyntaxError, reason);
    });
  }

  it('reads back every list of words that is shown in a message', () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        fc.pre(!/^[A-Za-z_]\w*=/.test(words[0] ?? ''));
        expect(splitWords(formatCommand(words))).to.deep.equal(words);
      }),
    );
  });
});
