import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { toCronWord } from '../../src/formats/cron-word.js';
import { isShellVariable, toDoubleQuoted, toShellWord } from '../../src/formats/shell.js';
import { UnwritableValue } from '../../src/formats/unwritable-value.js';
import { oddFileText, oddLine, signs } from './odd-text.js';

/** What a real shell makes of a script; its output is cut at NUL characters. */
function shell(script: string): string[] {
  return execFileSync('/bin/sh', { input: script, encoding: 'utf8', env: { PATH: '/nonexistent' } })
    .split('\0')
    .slice(0, -1);
}

/** What cron hands to the shell: it takes the backslash away before a percent sign and before another backslash. */
function throughCron(command: string): string {
  let escaped = false;
  let handed = '';
  for (const char of command) {
    if (char === '%' && !escaped) return handed;
    const isFreed = escaped && (char === '%' || char === '\\');
    handed = isFreed ? handed.slice(0, -1) + char : handed + char;
    escaped = char === '\\' && !escaped;
  }
  return handed;
}

describe('a text for a shell', () => {
  const single = signs.filter((sign) => sign !== '\0').flatMap((sign) => [sign, `a${sign}b`]);
  const texts = [...single, ...fc.sample(oddFileText, 500)];

  it('is read by a real shell as it was meant, as a word', () => {
    expect(shell(`printf '%s\\0' ${texts.map(toShellWord).join(' ')}\n`)).to.deep.equal(texts);
  });

  it('is read by a real shell as it was meant, as the value of a variable', () => {
    const lines = texts.map((text) => `V=${toShellWord(text)}\nprintf '%s\\0' "$V"\n`);
    expect(shell(lines.join(''))).to.deep.equal(texts);
  });

  it('is read by a real shell as it was meant, in double quotes', () => {
    const lines = texts.map((text) => `V=${toDoubleQuoted(text)}\nprintf '%s\\0' "$V"\n`);
    expect(shell(lines.join(''))).to.deep.equal(texts);
  });

  it('comes to the shell through cron as it was meant', () => {
    const lines = ['a\\\\b', '\\\\%', '\\\\\\', ...fc.sample(oddLine, 500)];
    const [percent] = shell(throughCron(`printf '\\%s\\0' ${toCronWord('50%')}`));
    expect(percent).to.equal('50%');
    expect(shell(throughCron(`printf '\\%s\\0' ${lines.map(toCronWord).join(' ')}`))).to.deep.equal(lines);
  });

  it('is refused with a NUL character, and in a crontab with a line break', () => {
    for (const write of [toShellWord, toDoubleQuoted, toCronWord])
      expect(() => write('a\0b')).to.throw(UnwritableValue, /NUL/);
    expect(() => toCronWord('a\nb')).to.throw(UnwritableValue, /line break/);
    expect(() => toShellWord('\ud800')).to.throw(UnwritableValue, /surrogate/);
  });

  it('has no quotes where it needs none', () => {
    expect(toShellWord('rabbit@node-1.example.org:5672')).to.equal('rabbit@node-1.example.org:5672');
    expect(toDoubleQuoted('glance-api')).to.equal('"glance-api"');
  });
});

describe('the name of a variable', () => {
  it('has letters, digits and underscores, and no digit first', () => {
    expect(['A', '_b1', 'NODENAME'].every(isShellVariable)).to.equal(true);
    expect(['', '1A', 'A-B', 'A=B', 'A\nB', 'A;reboot', 'Ä'].some(isShellVariable)).to.equal(false);
  });
});
