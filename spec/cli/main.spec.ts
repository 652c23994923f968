import { expect } from 'chai';
import { thisCopy } from '../../src/errors/this-copy.js';
import { CommandLine } from './command-line.js';

describe('the command line', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  it('prints its version', async () => {
    expect(await command.call('--version')).to.deep.equal({
      status: 0,
      stdout: `${thisCopy.version}\n`,
      stderr: '',
    });
  });

  it('prints help on standard output if requested, and fails with help without arguments', async () => {
    const asked = await command.call('--help');
    const nothing = await command.call();
    expect(asked).to.include({ status: 0, stderr: '' });
    expect(nothing).to.deep.equal({ status: 1, stdout: '', stderr: asked.stdout });
  });

  for (const name of ['apply', 'plan', 'catalog', 'check', 'describe', 'inspect']) {
    it(`documents the arguments of ${name}, with examples, in 80 columns`, async () => {
      const help = await command.call(name, '--help');
      expect(help.status).to.equal(0);
      expect(help.stdout)
        .to.match(new RegExp(`^Usage: glance-apply ${name} `))
        .and.to.include('Examples:\n  glance-apply ');
      expect(help.stdout.split('\n').every((line) => line.length <= 80)).to.equal(true);
      expect(await command.call('help', name)).to.deep.equal(help);
    });
  }

  for (const [words, message, hint] of [
    [['aply', 'site.ts'], `unknown command 'aply'`, `did you mean 'apply'?`],
    [['plan', '--jsn', 'site.ts'], `unknown option '--jsn' for plan`, `did you mean '--json'?`],
    [
      ['site.ts', '--noop'],
      `unknown option '--noop' for apply`,
      'glance-apply plan MANIFEST shows what would change, and changes nothing',
    ],
    [
      ['plan', '--format', 'dot', 'site.ts'],
      `unknown option '--format' for plan`,
      'it is an option of catalog',
    ],
    [
      ['catalog', 'site.ts', '--format', 'jsn'],
      `the option '--format' cannot be 'jsn'`,
      `did you mean 'json'?`,
    ],
    [['plan', 'site.ts', '--facts'], `the option '--facts' needs a value`, '--facts FILE'],
    [['plan', 'site.ts', '--json=yes'], `the option '--json' does not take a value`, undefined],
    [['plan', 'site.ts', '--time-limit', 'soon'], `needs a number of seconds, not 'soon'`, undefined],
    [['plan'], 'plan needs a MANIFEST', 'usage: glance-apply plan MANIFEST'],
    [['plan', 'a.ts', 'b.ts'], `unexpected argument 'b.ts' for plan`, 'usage: glance-apply plan MANIFEST'],
  ] as const) {
    it(`refuses ${words.join(' ')}, with a hint`, async () => {
      const { status, stdout, stderr } = await command.call(...words);
      expect(status).to.equal(1);
      expect(stdout).to.equal('');
      expect(stderr).to.include(message);
      if (hint !== undefined) expect(stderr).to.include(`hint: ${hint}`);
    });
  }
});
