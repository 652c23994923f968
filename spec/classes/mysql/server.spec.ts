import { expect } from 'chai';
import { type Catalog, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import * as mysql from '../../../src/classes/mysql/index.js';
import type { Facts } from '../../../src/data/facts.js';
import { revealAll, Secret, secret } from '../../../src/secrets/secret.js';

const debian = { os: { family: 'Debian', name: 'Debian', release: { full: '12.5', major: '12' } } };
const centos = { os: { family: 'RedHat', name: 'CentOS', release: { full: '9', major: '9' } } };

const compiled = (body: (site: Scope) => void, facts: Facts = debian): Promise<Catalog> =>
  compile(manifest(body), { facts });

/** The native resources of a catalog, by reference. */
function resources(catalog: Catalog): Record<string, Readonly<Record<string, unknown>>> {
  const native = catalog.resources.filter(({ definition }) => definition && !definition.transparent);
  return Object.fromEntries(
    native.map((one) => [one.reference, revealAll(one.desired) as typeof one.desired]),
  );
}

describe('mysql::server', () => {
  it('is a package, an option file of its own and a service on Debian', async () => {
    const catalog = await compiled((site) => new mysql.Server(site));
    expect(Object.keys(resources(catalog))).to.deep.equal([
      'File[/etc/mysql]',
      'File[/etc/mysql/mariadb.conf.d]',
      'File[mysql-config-file]',
      'Package[mysql-server]',
      'Service[mysqld]',
    ]);
    expect(resources(catalog)['Service[mysqld]']).to.include({
      name: 'mariadb',
      ensure: 'running',
      enable: true,
    });
  });

  it('has other names and paths on Enterprise Linux', async () => {
    const found = resources(await compiled((site) => new mysql.Server(site), centos));
    expect(found['File[mysql-config-file]']).to.include({ path: '/etc/my.cnf.d/zz-glance-apply.cnf' });
    expect(found['Package[mysql-server]']).to.include({ name: 'mariadb-server' });
  });

  it('writes the overridden options, and no others', async () => {
    const override_options = {
      mysqld: {
        'bind-address': '0.0.0.0',
        'skip-name-resolve': true,
        'plugin-load-add': ['a', 'b'],
        port: null,
      },
      client: { password: 'a#b' },
    };
    const found = resources(await compiled((site) => new mysql.Server(site, { override_options })));
    expect(String(found['File[mysql-config-file]']?.content).split('\n').slice(2)).to.deep.equal([
      '[mysqld]',
      'bind-address = 0.0.0.0',
      'skip-name-resolve',
      'plugin-load-add = a',
      'plugin-load-add = b',
      '',
      '[client]',
      'password = "a#b"',
      '',
    ]);
  });

  it("sets root's password in the server before the file that contains it is written, for root alone", async () => {
    const password = secret('pw;"x"');
    const catalog = await compiled((site) => new mysql.Server(site, { root_password: password }));
    const found = resources(catalog);
    expect(found['Mysql_user[root@localhost]']).to.include({
      password_hash: mysql.mysqlPassword(password).reveal(),
    });
    expect(found['File[/root/.my.cnf]']).to.include({ mode: '0600' });
    expect(found['File[/root/.my.cnf]']?.content).to.contain('\npassword = "pw;\\"x\\""\n');
    const file = catalog.find('file', '/root/.my.cnf');
    expect(file?.secrets.has('content')).to.equal(true);
  });

  it("does not change root's password if none is given, or UNSET as in Puppet", async () => {
    const found = resources(await compiled((site) => new mysql.Server(site, { root_password: 'UNSET' })));
    expect(Object.keys(found).filter((one) => /root/.test(one))).to.deep.equal([]);
  });

  it('accepts databases, accounts and grants as data', async () => {
    const found = resources(
      await compiled(
        (site) =>
          new mysql.Server(site, {
            databases: { one: { charset: 'utf8mb4', collate: 'utf8mb4_bin' } },
            users: { 'one@%': { password_hash: new Secret('*1') } },
            grants: { 'one@%/one.*': { user: 'one@%', table: 'one.*', privileges: ['all privileges'] } },
          }),
      ),
    );
    expect(found['Mysql_database[one]']).to.include({ charset: 'utf8mb4' });
    expect(found['Mysql_user[one@%]']).to.include({ password_hash: '*1' });
    expect(found['Mysql_grant[one@%/one.*]']?.privileges).to.deep.equal(['ALL']);
  });

  it('omits what it must not manage', async () => {
    const found = resources(
      await compiled(
        (site) =>
          new mysql.Server(site, { package_manage: false, service_manage: false, manage_config_file: false }),
      ),
    );
    expect(found).to.deep.equal({});
  });

  it('refuses an unknown platform', async () => {
    const refused = await compiled((site) => new mysql.Server(site), { os: { family: 'Suse' } }).catch(
      String,
    );
    expect(refused).to.contain('the OS family Suse is not supported');
  });
});

describe('mysql::db', () => {
  it("is a database, an account and its grants, after root's password is set", async () => {
    const catalog = await compiled((site) => {
      new mysql.Db(site, 'glance', { user: 'glance', password: secret('pw'), host: '%', sql: "/a'b.sql" });
      new mysql.Server(site);
    });
    const found = resources(catalog);
    expect(found['Mysql_user[glance@%]']).to.include({ password_hash: mysql.mysqlPassword('pw').reveal() });
    expect(found['Mysql_grant[glance@%/glance.*]']).to.deep.include({
      table: 'glance.*',
      privileges: ['ALL'],
    });
    expect(found['Exec[glance-import]']).to.include({
      command: "cat '/a'\\''b.sql' | mysql glance",
      refreshonly: true,
    });
    const rootPassword = catalog.find('class', 'mysql::server::root_password')?.index;
    const db = catalog.find('mysql::db', 'glance')?.index;
    expect(catalog.relations.some(({ source, target }) => source === rootPassword && target === db)).to.equal(
      true,
    );
  });

  it('is removed as a whole', async () => {
    const found = resources(
      await compiled((site) => new mysql.Db(site, 'x', { user: 'x', password: 'p', ensure: 'absent' })),
    );
    expect(found['Mysql_database[x]']).to.include({ ensure: 'absent' });
    expect(found['Mysql_user[x@localhost]']).to.include({ ensure: 'absent' });
    expect(Object.keys(found).some((one) => one.startsWith('Mysql_grant'))).to.equal(false);
  });
});

describe('mysql::bindings', () => {
  it('installs the libraries of the selected languages', async () => {
    const found = resources(
      await compiled(
        (site) =>
          new mysql.Bindings(site, { python_enable: true, client_dev: true, client_dev_package_name: 'dev' }),
      ),
    );
    expect(Object.entries(found).map(([reference, { name }]) => [reference, name])).to.deep.equal([
      ['Package[python-mysqldb]', 'python3-mysqldb'],
      ['Package[mysql-client_dev]', 'dev'],
    ]);
  });
});
