import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told, told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { drifts } from './drifts.js';

const manifest = 'spec/acceptance/mysql/manifest.ts';

const kinds = [
  { kind: 'with systemd', start: bootSystemdHost, stop: ['systemctl', 'stop', 'mariadb'] },
  { kind: 'without an init system', start: startPlainHost, stop: ['service', 'mariadb', 'stop'] },
];

for (const { kind, start, stop } of kinds) {
  describe(`MariaDB on a bare Debian 12 ${kind}`, () => {
    let host: LabHost;
    let plan: Told;
    const glanceApply = (words: readonly string[]) =>
      host.run(['node', `${checkoutInHost}/dist/glance-apply.js`, ...words], { directory: checkoutInHost });
    const json = async (command: 'plan' | 'apply') =>
      told(await glanceApply([command, manifest, '--json', '--detailed-exitcodes']));
    /** What the real client says, a line a row. */
    const sql = async (statements: string, options: readonly string[] = []) =>
      (await host.must(['mysql', ...options, '-NB'], { input: `${statements};\n` })).trimEnd().split('\n');

    before(async () => {
      host = await start({ [checkoutInHost]: await builtCheckout() });
    });
    after(() => host?.stop());

    it('is planned before there is a server', async () => {
      plan = await json('plan');
      expect(plan.of('failed')).to.deep.equal([]);
      expect(plan.of('will')).to.include.members([
        'Package[mysql-server]',
        'Mysql_database[glance]',
        'Mysql_user[glance@localhost]',
        'Mysql_grant[glance@localhost/glance.*]',
      ]);
    });

    it('is applied as it was planned', async () => {
      const applied = await json('apply');
      expect(applied.resources.filter(({ outcome }) => outcome === 'failed')).to.deep.equal([]);
      expectTruth(plan, applied);
    });

    it('has what was declared, whatever it is called, and nothing else came to harm', async () => {
      expect(
        await sql(
          "SHOW DATABASES WHERE `Database` NOT IN ('information_schema','mysql','performance_schema','sys')",
        ),
      ).to.have.members(['canary', 'glance', 'keystone', 'we`ird\'; DROP DATABASE canary; -- "100% ü \\\\']);
      const [weird] = await sql("SELECT User, Host FROM mysql.user WHERE User LIKE 'o%'");
      expect(weird).to.equal('o\'brien"; DROP DATABASE `canary`; # 100% ü \\\\\tlocalhost');
      expect(await sql('SELECT @@max_connections, @@skip_networking')).to.deep.equal(['77\t1']);
    });

    it('lets accounts in with their passwords, and no further than they may', async () => {
      const login = ['-uglance', "-pg'lance"];
      expect(
        await sql('CREATE TABLE t (n INT); SHOW TABLES; DROP TABLE t', [...login, 'glance']),
      ).to.deep.equal(['t']);
      expect(await sql('SHOW DATABASES', login)).to.deep.equal(['glance', 'information_schema']);
      const refused = await host.run(['mysql', '-uglance', '-pwrong', '-e', 'SELECT 1']);
      expect(refused.stderr).to.contain('ERROR 1045');
    });

    it('lets root in by the password that is written down for it, and still through the socket', async () => {
      expect(await sql('SELECT CURRENT_USER()')).to.deep.equal(['root@localhost']);
      const rest = (await host.must(['mysql', '--no-defaults', '-NBe', 'SELECT CURRENT_USER()'])).trim();
      expect(rest).to.equal('root@localhost');
      const password = (
        await host.must(['my_print_defaults', '--defaults-file=/root/.my.cnf', 'client'])
      ).split('\n');
      expect(password).to.include('--password=r\'o"o#t \\pw;%');
      expect((await host.must(['stat', '-c', '%a', '/root/.my.cnf'])).trim()).to.equal('600');
    });

    it('changes nothing the second time', async () => {
      const again = [await json('apply'), await json('apply'), await json('apply')];
      for (const one of again) expect([one.status, one.resources]).to.deep.equal([0, []]);
      expect((await json('plan')).status).to.equal(0);
    });

    for (const { what, by, will } of drifts) {
      it(`finds and repairs ${what}, and only that`, async () => {
        await sql(by);
        const found = await json('plan');
        expect(found.of('failed')).to.deep.equal([]);
        expect(found.of('will')).to.have.members(will);
        const repaired = await json('apply');
        expect(repaired.of('failed')).to.deep.equal([]);
        expect(repaired.of('changed')).to.have.members(will);
        expect((await json('apply')).resources).to.deep.equal([]);
      });
    }

    it('starts a server that was stopped, and finds all as it was', async () => {
      await host.must(stop);
      const found = await json('plan');
      expect(found.of('will')).to.include('Service[mysqld]');
      expect(found.of('failed')).to.deep.equal([]);
      const applied = await json('apply');
      expect(applied.of('failed')).to.deep.equal([]);
      expect(applied.of('changed')).to.deep.equal(['Service[mysqld]']);
    });

    it('says what to do where nobody is let in, without the password', async () => {
      const login = 'ALTER USER root@localhost IDENTIFIED VIA mysql_native_password USING PASSWORD';
      await sql(`${login}('unknown')`);
      const { status, stdout, stderr } = await glanceApply(['apply', manifest]);
      expect(status).to.equal(4);
      const said = (stdout + stderr).replace(/\s+/g, ' ');
      expect(said).to.contain('Access denied').and.to.contain('correct user and password in /root/.my.cnf');
      expect(said).not.to.contain("r'o");
      await sql(`${login}('unknown') OR unix_socket`, ['--no-defaults', '-uroot', '-punknown']);
      expect((await json('apply')).of('changed')).to.deep.equal(['Mysql_user[root@localhost]']);
    });
  });
}
