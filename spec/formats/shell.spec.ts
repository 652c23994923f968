import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { cronWord } from '../../src/formats/cron-line.js';
import { doubleQuoted, isVariable, shellWord } from '../../src/formats/shell.js';
import { Unwritable } from '../../src/formats/unwritable.js';
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
    expect(shell(`printf '%s\\0' ${texts.map(shellWord).join(' ')}\n`)).to.deep.equal(texts);
  });

  it('is read by a real shell as it was meant, as the value of a variable', () => {
    const lines = texts.map((text) => `V=${shellWord(text)}\nprintf '%s\\0' "$V"\n`);
    expect(shell(lines.join(''))).to.deep.equal(texts);
  });

  it('is read by a real shell as it was meant, in double quotes', () => {
    const lines = texts.map((text) => `V=${doubleQuoted(text)}\nprintf '%s\\0' "$V"\n`);
    expect(shell(lines.join(''))).to.deep.equal(texts);
  });

  it('comes to the shell through cron as it was meant', () => {
    const lines = ['a\\\\b', '\\\\%', '\\\\\\', ...fc.sample(oddLine, 500)];
    const [percent] = shell(throughCron(`printf '\\%s\\0' ${cronWord('50%')}`));
    expect(percent).to.equal('50%');
    expect(shell(throughCron(`printf '\\%s\\0' ${lines.map(cronWord).join(' ')}`))).to.deep.equal(lines);
  });

  it('is refused with a NUL character, and in a crontab with a line break', () => {
    for (const write of [shellWord, doubleQuoted, cronWord])
      expect(() => write('a\0b')).to.throw(Unwritable, /NUL/);
    expect(() => cronWord('a\nb')).to.throw(Unwritable, /line break/);
    expect(() => shellWord('\ud800')).to.throw(Unwritable, /surrogate/);
  });

  it('has no quotes where it needs none', () => {
    expect(shellWord('rabbit@node-1.example.org:5672')).to.equal('rabbit@node-1.example.org:5672');
    expect(doubleQuoted('glance-api')).to.equal('"glance-api"');
  });
});

describe('the name of a variable', () => {
  it('has letters, digits and underscores, and no digit first', () => {
    expect(['A', '_b1', 'NODENAME'].every(isVariable)).to.equal(true);
    expect(['', '1A', 'A-B', 'A=B', 'A\nB', 'A;reboot', 'Ä'].some(isVariable)).to.equal(false);
  });
});
