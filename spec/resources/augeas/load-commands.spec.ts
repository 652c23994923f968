import { expect } from 'chai';
import { contextOf, type DesiredAugeas } from '../../../src/resources/augeas/attributes.js';
import { parseChanges, parseCondition } from '../../../src/resources/augeas/commands.js';
import { buildLoadCommands } from '../../../src/resources/augeas/load-commands.js';

describe('the files that Augeas loads without incl', () => {
  /** The files that its lenses are limited to; 'all' where they are not. */
  function loaded(changes: readonly string[], { context = '', onlyif = '' } = {}): readonly string[] | 'all' {
    const prefix = contextOf({ context, incl: undefined });
    const question = parseCondition(onlyif, prefix);
    const concerned = [...parseChanges(changes, prefix), ...(question === undefined ? [] : [question])];
    const lines = buildLoadCommands({ context } as DesiredAugeas, concerned);
    expect(lines.at(-1)).to.equal('load');
    if (lines.length === 1) return 'all';
    return lines.flatMap((line) => /^defvar .*'(.*)\/' =~/.exec(line)?.[1] ?? []);
  }

  it('are those that the lenses of its commands match', () => {
    const changes = [
      'set /files/etc/sysctl.conf/kernel.panic 10',
      'rm /files/etc/hosts/*[ipaddr = "10.0.0.1"]',
      'defvar first /files/etc/fstab/1',
      'set $first/dump 0',
      'setm /files/etc/passwd/* shell /bin/false',
      'clear /files/etc/ssh/sshd_config//Match',
    ];
    const onlyif = 'match /files/etc/group/glance size == 0';
    expect(loaded(changes, { onlyif })).to.have.members([
      '/etc/sysctl.conf/kernel.panic',
      '/etc/hosts',
      '/etc/fstab/1',
      '/etc/passwd',
      '/etc/ssh/sshd_config',
      '/etc/group/glance',
    ]);
  });

  it('are those of the context, and otherwise those of the commands', () => {
    expect(loaded(['set kernel.panic 10'], { context: '/files/etc/sysctl.conf' })).to.deep.equal([
      '/etc/sysctl.conf',
      '/etc/sysctl.conf/kernel.panic',
    ]);
    expect(loaded(['set etc/sysctl.conf/kernel.panic 10'], { context: '/files' })).to.deep.equal([
      '/etc/sysctl.conf/kernel.panic',
    ]);
  });

  for (const [what, change] of [
    ['a pattern in the name of a file', 'rm /files/etc/ho*'],
    ['a way out of the file', 'rm /files/etc/hosts/1/../../fstab'],
    ['an axis', 'rm /files/etc/hosts/1/parent::*'],
    ['another file in a predicate', 'rm /files/etc/hosts/*[ipaddr = /files/etc/x/ip]'],
    ['what Augeas says of itself', 'rm /augeas/load/*'],
    ['all files', 'rm /files//error'],
    ['a way out below another path', 'setm /files/etc/hosts/1 ../../fstab/1/dump 0'],
  ] as const) {
    it(`is all where a command has ${what}`, () => {
      expect(loaded(['set /files/etc/hosts/1/ipaddr 1', change])).to.equal('all');
    });
  }
});
