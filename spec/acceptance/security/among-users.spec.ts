import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import { must, type Output } from '../lab/command.js';
import type { LabHost } from '../lab/lab-host.js';
import { told } from '../lab/outcome.js';
import { runResources } from '../lab/run-resources.js';
import { bootSystemdHost } from '../lab/systemd-host.js';

const program = `${checkoutInHost}/dist/glance-apply.js`;

/** A library that notes who loads it, and lets everything else be. */
const LIBRARY = `
#include <stdio.h>
#include <unistd.h>
__attribute__((constructor)) static void noted(void) {
  FILE *file = fopen("/home/alice/loaded", "a");
  if (file == NULL) return;
  fprintf(file, "%d\\n", geteuid());
  fclose(file);
}
`;

/** Programs that run by themselves before a command, with another in their place. */
const HELPERS = ['setpriv', 'env', 'sh', 'id', 'test', 'umask', 'flock', 'getent'];

const ATTACK = [
  'LD_PRELOAD=/home/alice/evil.so',
  'LD_LIBRARY_PATH=/home/alice',
  'BASH_ENV=/home/alice/env.sh',
  'ENV=/home/alice/env.sh',
  'IFS=/',
];

/** Whose processes a file of the attack speaks of. */
async function usersIn(host: LabHost, file: string): Promise<readonly string[]> {
  const { stdout } = await host.run(['sort', '-u', `/home/alice/${file}`]);
  return stdout.split('\n').filter(Boolean);
}

describe('root among users who are not', () => {
  let host: LabHost;
  let alice: string;

  before(async () => {
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    await host.must([
      'sh',
      '-c',
      `groupadd helpers; useradd -m -s /bin/sh -G helpers alice; chmod 755 /home/alice
       mkdir /home/alice/bin; chown alice:alice /home/alice/bin
       for name in ${HELPERS.join(' ')}; do
         printf '#!/bin/sh\\n/usr/bin/id -u >> /home/alice/ran\\nexec /usr/bin/%s "$@"\\n' $name > /home/alice/bin/$name
       done
       echo '/usr/bin/id -u >> /home/alice/sourced' > /home/alice/env.sh
       chmod 755 /home/alice/bin/*`,
    ]);
    alice = (await host.must(['id', '-u', 'alice'])).trim();
    const source = join(host.root, 'root/evil.c');
    await writeFile(source, LIBRARY);
    await must(['cc', '-shared', '-fPIC', '-o', join(host.root, 'home/alice/evil.so'), source]);
    await rm(source);
    await host.must(['chmod', '755', '/home/alice/evil.so']);
  });
  after(() => host.stop());

  describe('runs a command as a user', () => {
    beforeEach(() =>
      host.must([
        'sh',
        '-c',
        'rm -f /home/alice/loaded /home/alice/ran /home/alice/sourced; rm -rf /root/made',
      ]),
    );

    const asAlice = { user: 'alice', path: ['/home/alice/bin', '/usr/bin', '/bin'], environment: ATTACK };

    it('and no program or library of that user as root', async () => {
      const { status } = await runResources(host, {
        exec: {
          'id -un': { ...asAlice, provider: 'posix' },
          'umask too': { ...asAlice, command: 'id -un', umask: '027' },
        },
      });
      expect(status).to.equal(0);
      expect(await usersIn(host, 'loaded')).to.deep.equal([alice]);
      expect(await usersIn(host, 'ran')).to.deep.equal([alice]);
      expect(await usersIn(host, 'sourced')).to.not.include('0');
    });

    it('nor for its conditions, in a plan as in an apply', async () => {
      const resources = {
        exec: {
          unless: { ...asAlice, command: 'true', unless: 'test -e /nowhere' },
          onlyif: { ...asAlice, command: 'true', onlyif: 'test ! -e /nowhere' },
          shell: { ...asAlice, command: 'true', provider: 'shell', onlyif: 'id -un | grep -q alice' },
        },
      };
      for (const mode of ['plan', 'apply'] as const) {
        expect((await runResources(host, resources, mode)).status).to.equal(0);
        expect(await usersIn(host, 'loaded')).to.deep.equal([alice]);
        expect(await usersIn(host, 'ran')).to.deep.equal([alice]);
      }
    });

    it("with that user's groups, home and names, and none of root's", async () => {
      const command = 'id -G > $HOME/who; echo "$USER $LOGNAME $HOME $(pwd)" >> $HOME/who';
      const { status } = await runResources(host, {
        exec: { who: { command, provider: 'shell', user: 'alice', cwd: '/' } },
      });
      expect(status).to.equal(0);
      const groups = await host.must(['id', '-G', 'alice']);
      expect(await host.must(['cat', '/home/alice/who'])).to.equal(`${groups}alice alice /home/alice /\n`);
    });

    it('and shows nobody its environment while it does', async () => {
      const seen = '/home/alice/seen';
      const { status } = await runResources(host, {
        exec: {
          secret: {
            command: `tr '\\0' ' ' < /proc/$$/cmdline > ${seen}; test "$TOKEN" = hidden-token`,
            provider: 'shell',
            user: 'alice',
            environment: ['TOKEN=hidden-token'],
          },
        },
      });
      expect(status).to.equal(0);
      expect(await host.must(['cat', seen])).not.to.include('hidden-token=');
    });
  });

  describe('does not pass on what it was called with', () => {
    for (const umask of ['000', '077']) {
      it(`a umask of ${umask}`, async () => {
        await host.must(['rm', '-rf', '/srv/made', '/var/lib/glance-apply']);
        const resources = {
          file: {
            '/srv/made': { ensure: 'directory' },
            '/srv/made/file': { content: 'x' },
            '/srv/made/kept': { content: 'x', mode: '0600' },
          },
          exec: {
            'touch plain; mkdir folder': { provider: 'shell', cwd: '/srv/made' },
            'touch own': { provider: 'shell', cwd: '/srv/made', umask: '027' },
          },
          ssh_authorized_key: { key: { user: 'alice', type: 'ssh-rsa', key: 'AAAAB3NzaC1yc2E=' } },
          user: { [`user${umask}`]: { managehome: true } },
        };
        await host.must(['tee', '/root/node.yaml'], { input: JSON.stringify({ resources }) });
        const { status } = told(
          await host.run(['sh', '-c', `umask ${umask}; exec node ${program} apply /root/node.yaml --json`]),
        );
        expect(status).to.equal(0);
        const modes = await host.must(['sh', '-c', "cd /srv/made && stat -c '%n %a' . * | sort"]);
        expect(modes.trim().split('\n')).to.deep.equal([
          '. 755',
          'file 644',
          'folder 755',
          'kept 600',
          'own 640',
          'plain 644',
        ]);
        const open = await host.must(['find', '/var/lib/glance-apply', '-perm', '/077']);
        expect(open).to.equal('');
      });
    }

    it('variables that would be meant for a command or a tool', async () => {
      const resources = {
        exec: { 'env > /root/variables': { provider: 'shell' } },
        user: { bob: { ensure: 'present' } },
        group: { crew: { ensure: 'present' } },
      };
      await host.must(['tee', '/root/node.yaml'], { input: JSON.stringify({ resources }) });
      const variables = {
        BASH_ENV: '/home/alice/env.sh',
        ENV: '/home/alice/env.sh',
        PERL5LIB: '/home/alice',
        PYTHONPATH: '/home/alice',
        GIT_DIR: '/home/alice',
        NODE_OPTIONS: '--title=caller',
        NODE_TLS_REJECT_UNAUTHORIZED: '0',
      };
      await host.must(['rm', '-f', '/home/alice/sourced']);
      const { status } = told(
        await host.run(['node', program, 'apply', '/root/node.yaml', '--json'], { environment: variables }),
      );
      expect(status).to.equal(0);
      const names = (await host.must(['cat', '/root/variables']))
        .split('\n')
        .map((line) => line.split('=')[0]);
      expect(names).not.to.include.members(Object.keys(variables));
      expect(
        names.sort().filter((name) => !['', 'PWD', 'OLDPWD', '_', 'SHLVL'].includes(name ?? '')),
      ).to.deep.equal(['HOME', 'LANG', 'PATH']);
      expect(await usersIn(host, 'sourced')).to.deep.equal([]);
    });
  });

  describe('does not rely on what a user can change:', () => {
    const apply = async (...words: string[]): Promise<Output> => {
      await host.must(['tee', '/root/node.yaml'], {
        input: JSON.stringify({ resources: { notify: { hello: {} } } }),
      });
      return host.run(['node', program, ...words]);
    };

    it('a state directory in which programs lie that it would run', async () => {
      await host.must([
        'sh',
        '-c',
        `rm -rf /srv/state; mkdir -p /srv/state/py3compile
         cp /home/alice/bin/id /srv/state/py3compile/py3compile; chown -R alice: /srv/state`,
      ]);
      for (const command of ['plan', 'apply']) {
        const { status, stderr } = await apply(command, '/root/node.yaml', '--state-dir', '/srv/state');
        expect(status).to.equal(1);
        expect(stderr)
          .to.match(/cannot\s+rely\s+on\s+the\s+state\s+directory/)
          .and.to.match(/chown\s+root/);
      }
      // What the owner has given away is still refused for what is left in it.
      await host.must(['sh', '-c', 'chown root: /srv/state; chmod 700 /srv/state']);
      const { status, stderr } = await apply('apply', '/root/node.yaml', '--state-dir', '/srv/state');
      expect(status).to.equal(1);
      expect(stderr).to.match(/py3compile\s+belongs\s+to\s+the\s+user\s+alice/);
      await host.must(['chown', '-R', 'root:', '/srv/state']);
      expect((await apply('apply', '/root/node.yaml', '--state-dir', '/srv/state')).status).to.equal(0);
    });

    it('a state directory below a home, and one to which a link of a user leads', async () => {
      await host.must([
        'sh',
        '-c',
        'mkdir -p /home/alice/state; ln -sfn /root/linked /tmp/link; chown -h alice: /tmp/link',
      ]);
      for (const state of ['/home/alice/state', '/home/alice/new/state', '/tmp/link/state']) {
        const { status, stderr } = await apply('apply', '/root/node.yaml', '--state-dir', state);
        expect(status, state).to.equal(1);
        expect(stderr).to.match(/of\s+the\s+user\s+alice|to\s+the\s+user\s+alice/);
      }
      expect((await host.run(['ls', '/home/alice/new', '/root/linked'])).stdout).to.equal('');
    });

    it('a manifest, unless that user called sudo or it is asked for', async () => {
      const code = `import { writeFileSync } from 'node:fs'; import { manifest } from 'glance-apply'; writeFileSync('/root/made', ''); export default manifest(() => {});\n`;
      await host.must(
        [
          'sh',
          '-c',
          'mkdir -p /home/alice/site; tee /home/alice/site/site.mjs; chown -R alice: /home/alice/site',
        ],
        { input: code },
      );
      const site = '/home/alice/site/site.mjs';
      for (const command of ['plan', 'apply', 'catalog', 'check', 'explain']) {
        const { status, stderr } = await apply(
          command,
          site,
          ...(command === 'explain' ? ['Notify[x]'] : []),
        );
        expect(status, command).to.equal(1);
        expect(stderr)
          .to.match(/root\s+does\s+not\s+run/)
          .and.to.include('--trust-manifest');
      }
      expect((await host.run(['ls', '/root/made'])).status).to.equal(2);
      const called = await host.run(['node', program, 'plan', site], { environment: { SUDO_UID: alice } });
      expect(called.status, called.stderr).to.equal(0);
      expect((await apply('plan', site, '--trust-manifest')).status).to.equal(0);
    });
  });

  it('refuses a line break where a text becomes a line, at its place', async () => {
    const yaml =
      'resources:\n  cron:\n    job:\n      user: alice\n      command: "true\\n* * * * * evil"\n  user:\n    eve:\n      comment: "x\\ry"\n';
    await host.must(['tee', '/root/lines.yaml'], { input: yaml });
    const { status, stderr } = await host.run(['node', program, 'apply', '/root/lines.yaml']);
    expect(status).to.equal(1);
    expect(stderr)
      .to.match(/lines\.yaml:5/)
      .and.to.match(/lines\.yaml:8/);
    expect((await host.run(['crontab', '-u', 'alice', '-l'])).stdout).not.to.include('evil');
  });
});
