import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';
import { bootSystemdHost } from '../lab/systemd-host.js';

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

const desired: Resources = {
  package: {
    memcached: {},
    'figlet the banner': { name: 'figlet', ensure: 'held' },
    nano: { ensure: 'absent' },
  },
  service: { memcached: { ensure: 'running', enable: true, require: 'Package[memcached]' } },
};

const gone: Resources = {
  service: { memcached: { ensure: 'stopped', enable: false, before: 'Package[memcached]' } },
  package: { memcached: { ensure: 'purged' }, figlet: { ensure: 'absent' } },
};

const kinds = [
  {
    kind: 'with systemd',
    start: bootSystemdHost,
    stop: 'systemctl stop memcached',
    disable: 'systemctl disable memcached',
  },
  {
    kind: 'without an init system',
    start: startPlainHost,
    stop: 'service memcached stop',
    disable: 'update-rc.d memcached disable',
  },
];

/** Makes a package as dh_python3 does, of a module that no Python can read. */
const brokenPackage = `set -e
mkdir -p /root/broken/DEBIAN /root/broken/usr/lib/python3/dist-packages
cd /root/broken
echo 'def (' > usr/lib/python3/dist-packages/broken.py
printf '%s\\n' 'Package: python3-broken' 'Version: 1' 'Architecture: all' 'Maintainer: nobody <root@localhost>' \\
  'Description: a module that cannot be read' > DEBIAN/control
printf '%s\\n' '#!/bin/sh' 'set -e' 'if command -v py3compile >/dev/null 2>&1; then' '  py3compile -p python3-broken' \\
  'fi' > DEBIAN/postinst
chmod 755 DEBIAN/postinst
dpkg-deb --build . /root/broken.deb`;

for (const { kind, start, stop, disable } of kinds) {
  describe(`packages and services on a Debian 12 ${kind}`, () => {
    let host: LabHost;
    before(async () => {
      host = await start({ [checkoutInHost]: await builtCheckout() });
      await host.must(['sh', '-c', 'rm -rf /var/lib/apt/lists/*']);
    });
    after(() => host?.stop());

    const call = async (command: 'plan' | 'apply', resources: Resources): Promise<Told> => {
      return runResources(host, resources, command);
    };
    const reasonOf = (apply: Told, reference: string) =>
      apply.resources.find((one) => one.reference === reference)?.reason ?? '';

    it('are made as a plan says, on a host whose package lists are empty', async () => {
      const plan = await call('plan', desired);
      const apply = await call('apply', desired);
      expect(apply.of('failed')).to.deep.equal([]);
      expectTruth(plan, apply);
      expect((await host.must(['apt-mark', 'showhold'])).trim()).to.equal('figlet');
      expect((await host.run(['pidof', 'memcached'])).status).to.equal(0);
    });

    it('are left alone by a second run', async () => {
      expect((await call('apply', desired)).resources).to.deep.equal([]);
    });

    const drifts: readonly [what: string, by: string, repaired: string[]][] = [
      ['a service that was stopped', stop, ['Service[memcached]']],
      ['a service that was disabled', disable, ['Service[memcached]']],
      ['a hold that was lifted', 'apt-mark unhold figlet', ['Package[figlet the banner]']],
      [
        'a package that was removed',
        'apt-get remove -y -q --allow-change-held-packages figlet',
        ['Package[figlet the banner]'],
      ],
      ['a package that was added', 'apt-get install -y -q nano', ['Package[nano]']],
    ];
    for (const [what, by, repaired] of drifts) {
      it(`find ${what} by hand, and repair it alone`, async () => {
        await host.must(['sh', '-c', by]);
        expect((await call('plan', desired)).of('will')).to.deep.equal(repaired);
        expect((await call('apply', desired)).of('changed')).to.deep.equal(repaired);
        expect((await call('apply', desired)).resources).to.deep.equal([]);
      });
    }

    it('fail with a name, a remedy and nothing else harmed where a package does not exist', async () => {
      const apply = await call('apply', { package: { memcache: {}, tree: {} } });
      expect(apply.status).to.equal(4);
      expect(apply.of('changed')).to.deep.equal(['Package[tree]']);
      expect(reasonOf(apply, 'Package[memcache]')).to.match(
        /apt has no package 'memcache'[\s\S]*did you mean 'memcached'/,
      );
    });

    if (kind === 'with systemd') {
      it('fail in a plan as in an apply where units, members, groups or owners do not exist or are masked', async () => {
        await host.must([
          'sh',
          '-c',
          'systemctl mask cron.service && rm -rf /root/given && touch /root/given',
        ]);
        const hopeless: Resources = {
          service: {
            nosuch: { ensure: 'running' },
            cron: { ensure: 'running' },
            gone: { ensure: 'stopped', enable: false },
          },
          group: { operators: { members: ['daemon', 'nosuch'] } },
          user: { operator: { groups: ['nosuch'] } },
          file: { '/root/given': { owner: 'nosuch' }, '/root/new': { group: 'nosuch', content: '' } },
        };
        await host.must(['systemctl', 'stop', 'cron.service']);
        const reasons = ({ resources }: Told) =>
          Object.fromEntries(
            resources.map(({ reference, outcome, reason }) => [reference, [outcome, reason]]),
          );
        const plan = await call('plan', hopeless);
        const apply = await call('apply', hopeless);
        expect(plan.of('failed')).to.have.length(6);
        expect(reasons(plan)).to.deep.equal(reasons(apply));
        expect((await host.run(['getent', 'group', 'operators'])).status).to.equal(2);
        await host.must(['systemctl', 'unmask', 'cron.service']);
      });
    }

    it('fail where a service dies after it was started', async () => {
      await host.must(['sh', '-c', `${stop}; echo '-u nobody-at-all' >> /etc/memcached.conf`]);
      const apply = await call('apply', { service: { memcached: { ensure: 'running' } } });
      expect(apply.of('failed')).to.deep.equal(['Service[memcached]']);
      expect(reasonOf(apply, 'Service[memcached]')).to.match(/does not run|ended right after/);
      await host.must(['sed', '-i', '/nobody-at-all/d', '/etc/memcached.conf']);
      // systemd may be about to bring it back by itself.
      expect((await call('apply', desired)).of('failed')).to.deep.equal([]);
      await host.must([
        'sh',
        '-c',
        'for i in 1 2 3 4 5 6 7 8 9; do pidof memcached && exit; sleep 0.2; done; exit 1',
      ]);
    });

    it('finish what an interrupted dpkg has left half done', async () => {
      await host.must([
        'sh',
        '-c',
        'cd /tmp && apt-get download -q hello && dpkg --unpack hello*.deb && touch /var/lib/dpkg/updates/0001',
      ]);
      const apply = await call('apply', { package: { hello: {}, tree: { ensure: 'absent' } } });
      expect(apply.of('changed')).to.deep.equal(['Package[hello]', 'Package[tree]']);
      expect(await host.must(['dpkg', '-s', 'hello'])).to.match(/^Status: install ok installed$/m);
    });

    it('do not start before they are configured, where that is asked for; others start as Debian means it', async () => {
      const noted = (name: string) => `pidof ${name}; echo $? > /root/${name}`;
      await call('apply', gone);
      const first: Resources = {
        package: {
          memcached: { start_services: false },
          cron: { start_services: false },
        },
        exec: {
          [noted('memcached')]: {
            provider: 'shell',
            require: 'Package[memcached]',
            before: 'Service[memcached]',
          },
          [noted('cron')]: {
            provider: 'shell',
            require: ['Package[cron]', 'Package[memcached]'],
          },
        },
        service: { memcached: { ensure: 'running', enable: true, require: 'Package[memcached]' } },
      };
      const plan = await call('plan', first);
      const apply = await call('apply', first);
      expect(apply.of('failed')).to.deep.equal([]);
      expectTruth(plan, apply);
      expect(await host.must(['cat', '/root/memcached', '/root/cron'])).to.equal('1\n0\n');
      expect((await host.run(['pidof', 'memcached'])).status).to.equal(0);
      expect((await host.run(['test', '-e', '/usr/sbin/policy-rc.d'])).status).to.equal(1);
    });

    describe('of Python', () => {
      const names = ['python3-jinja2', 'python3-yaml', 'python3-docutils'];
      const folder = '/var/lib/glance-apply/py3compile';
      const compiled = () =>
        host.must([
          'sh',
          '-c',
          'find /usr/lib/python3 /usr/share -name "*.pyc" -exec sha256sum {} + | sort -k 2',
        ]);
      const install = () => call('apply', { package: Object.fromEntries(names.map((name) => [name, {}])) });
      const drop = () => host.must(['apt-get', 'purge', '-y', '-q', '--autoremove', ...names]);
      const expectNothingLeft = async () =>
        expect((await host.run(['test', '-e', folder])).status).to.equal(1);

      it('have the compiled modules that apt alone would have made, byte for byte', async () => {
        await host.must(['apt-get', 'install', '-y', '-q', ...names]);
        const byApt = await compiled();
        expect(byApt)
          .to.match(/docutils.*\n.*docutils/)
          .and.to.match(/yaml/);
        await drop();
        expect(await compiled()).to.not.match(/docutils|yaml/);
        expect((await install()).of('failed')).to.deep.equal([]);
        expect(await compiled()).to.equal(byApt);
        await expectNothingLeft();
      });

      it('are compiled with the next packages, where a run was killed before', async () => {
        const whole = await compiled();
        const noted = String.raw`2\0-p\0python3-yaml\0`;
        await host.must([
          'sh',
          '-c',
          `py3clean -p python3-yaml && mkdir ${folder} && printf '${noted}' > ${folder}/calls`,
        ]);
        expect(await compiled()).to.not.equal(whole);
        expect(
          (await call('apply', { package: { hello: { ensure: 'absent' }, jo: {} } })).of('failed'),
        ).to.deep.equal([]);
        expect(await compiled()).to.equal(whole);
        await expectNothingLeft();
        await drop();
      });

      it('are there with a warning where they cannot be compiled', async () => {
        await host.must(['sh', '-c', brokenPackage]);
        const apply = await call('apply', { package: { 'python3-broken': { source: '/root/broken.deb' } } });
        expect(apply.of('changed')).to.deep.equal(['Package[python3-broken]']);
        expect(apply.warnings.join()).to.match(
          /Package\[python3-broken\]: not all Python modules could be byte-compiled: -p python3-broken: .*SyntaxError/,
        );
        await expectNothingLeft();
      });
    });

    it('are removed as a plan says, and nothing of them is left', async () => {
      const plan = await call('plan', gone);
      const apply = await call('apply', gone);
      expect(apply.of('failed')).to.deep.equal([]);
      expectTruth(plan, apply);
      expect((await host.run(['test', '-e', '/etc/memcached.conf'])).status).to.equal(1);
      expect((await call('apply', gone)).resources).to.deep.equal([]);
    });
  });
}
