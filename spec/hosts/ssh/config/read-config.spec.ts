import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { currentAccount } from '../../../../src/hosts/ssh/config/account.js';
import { readConfig } from '../../../../src/hosts/ssh/config/read-config.js';
import { runSshG } from '../../../../src/hosts/ssh/config/run-ssh-g.js';
import type { Target } from '../../../../src/hosts/ssh/config/target.js';
import { inDirectory } from '../../../resources/converge.js';

/** The options that both print in the same form. */
const COMPARED = [
  'host',
  'hostname',
  'user',
  'port',
  'identityfile',
  'certificatefile',
  'identitiesonly',
  'identityagent',
  'proxyjump',
  'proxycommand',
  'userknownhostsfile',
  'globalknownhostsfile',
  'hostkeyalias',
  'connecttimeout',
  'serveraliveinterval',
  'serveralivecountmax',
];

const CONFIG = `
# A comment
Include conf.d/*.conf
Host jump
  ProxyJump none
Host "quoted" web? !web9
  HostName %h.example.org
  User deploy # trailing
  Port=2222
  IdentityFile ~/.ssh/%h-%r
  IdentityFile "~/with space"
  ServerAliveInterval 1m
Host web9
  User nine
Match host *.example.org user deploy
  ConnectTimeout 7
Match originalhost alias
  HostName 192.0.2.5
  HostKeyAlias Alias
  UserKnownHostsFile ~/.ssh/one /etc/two/%h/%p/%r/%n/%%
Match host 192.0.2.5
  User viaaddress
Match !host web1.example.org user deploy
  ServerAliveCountMax 9
Match final host web2.example.org
  IdentitiesOnly yes
Match all
  IdentityAgent none
Host *
  ProxyJump me@jump:2200,other
  GlobalKnownHostsFile none
  ServerAliveCountMax 4
`;

const INCLUDED = `
Host included
  HostName inside
  Include deeper
Host never
  Include deeper
`;

describe('the configuration of SSH', () => {
  const account = currentAccount();

  /** What OpenSSH and the reader of this library say of a destination. */
  const both = (target: Target, config = CONFIG) =>
    inDirectory(async (directory) => {
      mkdirSync(join(directory, 'conf.d'));
      writeFileSync(
        join(directory, 'conf.d/one.conf'),
        INCLUDED.replaceAll('deeper', join(directory, 'deeper')),
      );
      writeFileSync(join(directory, 'conf.d/.hidden.conf'), 'Host *\n  User hidden\n');
      writeFileSync(join(directory, 'deeper'), 'User deep\nHost other\n  Port 1\n');
      const file = join(directory, 'config');
      writeFileSync(file, config.replace('conf.d', join(directory, 'conf.d')));
      const pick = (values: ReadonlyMap<string, readonly string[]> | undefined) =>
        Object.fromEntries(COMPARED.map((keyword) => [keyword, values?.get(keyword)]));
      const read = readConfig(target, account, file);
      return { ours: pick(read.values), theirs: pick(await runSshG(target, file)), warnings: read.warnings };
    });

  const targets: readonly Target[] = [
    ...['jump', 'quoted', 'web1', 'web2', 'web9', 'web10', 'WEB1', 'alias', 'included', 'never'].map(
      (host) => ({
        host,
      }),
    ),
    { host: 'web1', user: 'root', port: 22 },
    { host: '::1' },
  ];
  for (const target of targets) {
    it(`is read as OpenSSH reads it: ${JSON.stringify(target)}`, async () => {
      const { ours, theirs, warnings } = await both(target);
      expect(ours).to.deep.equal(theirs);
      expect(warnings).to.deep.equal([]);
    });
  }

  it('has the defaults of OpenSSH', async () => {
    const { ours, theirs } = await both({ host: 'plain' }, '');
    expect(ours).to.deep.equal(theirs);
  });

  it('names options that are not supported, once, and not those that make no difference', async () => {
    const { warnings } = await both(
      { host: 'x' },
      'CanonicalizeHostname yes\nCanonicalizeHostname yes\nForwardAgent yes\nMatch exec true\n  Port 3\n',
    );
    expect(warnings.map(({ code, message, location }) => [code, message, location?.line])).to.deep.equal([
      [
        'ssh.config-unsupported',
        'in the SSH configuration, the option CanonicalizeHostname is not supported and has no effect',
        1,
      ],
      [
        'ssh.config-unsupported',
        'in the SSH configuration, Match exec is not evaluated: its block is left out',
        4,
      ],
    ]);
  });

  it('is refused where other users can change it', () =>
    inDirectory((directory) => {
      const file = join(directory, 'config');
      writeFileSync(file, '', { mode: 0o666 });
      expect(() => {
        const before = process.umask(0);
        try {
          writeFileSync(join(directory, 'open'), '', { mode: 0o666 });
        } finally {
          process.umask(before);
        }
        readConfig({ host: 'x' }, account, join(directory, 'open'));
      }).to.throw(/can be changed by other users/);
      return Promise.resolve();
    }));

  it('is refused where it includes itself', () =>
    inDirectory((directory) => {
      const file = join(directory, 'config');
      writeFileSync(file, `Include ${file}\n`, { mode: 0o600 });
      expect(() => readConfig({ host: 'x' }, account, file)).to.throw(/included by too many files/);
      return Promise.resolve();
    }));
});
