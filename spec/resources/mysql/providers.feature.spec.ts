import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import type { RunOptions } from '../../../src/engine/run-options.js';
import {
  MysqlDatabase,
  MysqlGrant,
  MysqlPlugin,
  MysqlSecureInstallation,
  MysqlUser,
} from '../../../src/resources/mysql/index.js';
import { converge } from '../converge.js';
import { type Script, ScriptedServer } from './scripted-server.js';

const user = (name: string, host: string, more: Readonly<Record<string, string | null>> = {}) => ({
  Host: host,
  User: name,
  plugin: 'mysql_native_password',
  authentication_string: `*${'A'.repeat(40)}`,
  ssl_type: '',
  max_questions: '0',
  max_updates: '0',
  max_connections: '0',
  max_user_connections: '0',
  is_role: 'N',
  ...more,
});

const script: Script = {
  databases: [{ name: 'glance', charset: 'utf8mb3', collation: 'utf8mb3_general_ci' }],
  users: [
    user('glance', '%'),
    user('root', 'localhost', { authentication_string: 'invalid' }),
    user('', '', { is_role: 'Y' }),
  ],
  methods: [
    {
      User: 'root',
      Host: 'localhost',
      Priv: '{"plugin":"mysql_native_password","authentication_string":"invalid","auth_or":[{},{"plugin":"unix_socket"}]}',
    },
  ],
  plugins: [{ name: 'ed25519', library: 'auth_ed25519.so' }],
  grants: {
    "'glance'@'%'": [
      'GRANT USAGE ON *.* TO `glance`@`%`',
      'GRANT SELECT, DELETE ON `glance`.* TO `glance`@`%` WITH GRANT OPTION',
    ],
  },
};

const hash = `*${'B'.repeat(40)}`;
const grant = (privileges: readonly string[], options?: readonly string[]) => (site: Scope) =>
  new MysqlGrant(site, 'glance@%/glance.*', {
    user: 'glance@%',
    table: 'glance.*',
    privileges,
    ...(options && { options }),
  });

/** What the server is told to bring it where a manifest wants it. */
async function told(body: (site: Scope) => void, given: Script = script, options: RunOptions = {}) {
  const server = new ScriptedServer(given);
  await converge(server.host, body, options);
  return server.told;
}

const cases: readonly [what: string, body: (site: Scope) => void, told: readonly string[]][] = [
  [
    'leaves a database whose utf8 is called utf8mb3 by the server',
    (site) => new MysqlDatabase(site, 'glance'),
    [],
  ],
  [
    'makes a database',
    (site) => new MysqlDatabase(site, 'a`b', { charset: 'utf8mb4', collate: 'utf8mb4_bin' }),
    ["CREATE DATABASE IF NOT EXISTS `a``b` CHARACTER SET 'utf8mb4' COLLATE 'utf8mb4_bin'"],
  ],
  [
    'changes how a database sorts',
    (site) => new MysqlDatabase(site, 'glance', { collate: 'utf8_bin' }),
    ["ALTER DATABASE `glance` CHARACTER SET 'utf8' COLLATE 'utf8_bin'"],
  ],
  [
    'drops a database',
    (site) => new MysqlDatabase(site, 'glance', { ensure: 'absent' }),
    ['DROP DATABASE IF EXISTS `glance`'],
  ],
  [
    'makes an account with all that is said of it in one statement',
    (site) =>
      new MysqlUser(site, "o'brien@%", {
        password_hash: hash,
        max_user_connections: 3,
        max_queries_per_hour: 0,
        tls_options: 'SSL',
      }),
    [
      `CREATE USER 'o''brien'@'%' IDENTIFIED WITH \`mysql_native_password\` AS '${hash}' REQUIRE SSL WITH MAX_USER_CONNECTIONS 3`,
    ],
  ],
  [
    'compares the hash of a password whatever its letters',
    (site) => new MysqlUser(site, 'glance@%', { password_hash: `*${'a'.repeat(40)}` }),
    [],
  ],
  [
    'changes a password, and leaves the login through the socket',
    (site) => new MysqlUser(site, 'root@LOCALHOST', { password_hash: hash }),
    [
      `ALTER USER 'root'@'localhost' IDENTIFIED WITH \`mysql_native_password\` AS '${hash}' OR \`unix_socket\``,
    ],
  ],
  [
    'asks for no hash where the operating system is asked',
    (site) => new MysqlUser(site, 'glance@%', { plugin: 'unix_socket', password_hash: hash }),
    ["ALTER USER 'glance'@'%' IDENTIFIED WITH `unix_socket`"],
  ],
  [
    'drops an account',
    (site) => new MysqlUser(site, 'glance@%', { ensure: 'absent' }),
    ["DROP USER IF EXISTS 'glance'@'%'"],
  ],
  [
    'takes what is too much, and gives what is missing',
    grant(['SELECT', 'INSERT']),
    ["REVOKE DELETE ON `glance`.* FROM 'glance'@'%'", "GRANT INSERT ON `glance`.* TO 'glance'@'%'"],
  ],
  [
    'takes the right to hand on privileges, and no privilege',
    grant(['DELETE', 'SELECT'], ['NONE']),
    ["REVOKE GRANT OPTION ON `glance`.* FROM 'glance'@'%'"],
  ],
  ['leaves the right to hand on where nothing is said of it', grant(['DELETE', 'SELECT']), []],
  [
    'makes a grant for an account that is not there yet',
    (site) =>
      new MysqlGrant(site, 'new@%/test\\_%.*', { user: 'new@%', table: 'test\\_%.*', privileges: 'ALL' }),
    ["GRANT ALL PRIVILEGES ON `test\\_%`.* TO 'new'@'%'"],
  ],
  [
    'takes all that a grant gives, its right to hand on first',
    (site) => new MysqlGrant(site, 'glance@%/glance.*', { ensure: 'absent' }),
    [
      "REVOKE GRANT OPTION ON `glance`.* FROM 'glance'@'%'",
      "REVOKE DELETE, SELECT ON `glance`.* FROM 'glance'@'%'",
    ],
  ],
  [
    'takes the right to log in for no grant at all',
    (site) => new MysqlGrant(site, 'glance@%/*.*', { ensure: 'absent' }),
    [],
  ],
  [
    'leaves a plugin that is there',
    (site) => new MysqlPlugin(site, 'ED25519', { soname: 'auth_ed25519.so' }),
    [],
  ],
  [
    'installs a plugin',
    (site) => new MysqlPlugin(site, 'audit'),
    ["INSTALL PLUGIN `audit` SONAME 'audit.so'"],
  ],
];

describe('a MariaDB server', () => {
  for (const [what, body, statements] of cases) {
    it(what, async () => expect(await told(body)).to.deep.equal(statements));
  }

  it('is asked once for everything, and once for the grants of the accounts that are declared', async () => {
    const users = Array.from({ length: 500 }, (_, at) => user(`other${at}`, '%'));
    const server = new ScriptedServer({ ...script, users: [...(script.users ?? []), ...users] });
    await converge(server.host, (site) => {
      new MysqlDatabase(site, 'glance');
      new MysqlUser(site, 'glance@%');
      new MysqlUser(site, 'root@localhost');
      grant(['DELETE', 'SELECT'])(site);
      new MysqlPlugin(site, 'ed25519');
    });
    const questions = server.asked.filter((one) => !/VERSION/.test(one.join()));
    expect(questions.map((one) => one.length)).to.deep.equal([5, 1]);
  });

  it('is left as mysql_secure_installation leaves it, but for what is declared', async () => {
    const statements = await told(
      (site) => {
        new MysqlSecureInstallation(site, 'x');
        new MysqlUser(site, 'root@10.0.0.1');
      },
      {
        databases: [{ name: 'test', charset: 'utf8mb3', collation: 'utf8mb3_general_ci' }],
        users: [
          user('root', 'localhost'),
          user('root', '10.0.0.1'),
          user('root', '%'),
          user('', 'localhost'),
        ],
        rights: [
          { Host: '%', User: '', Db: 'test\\_%' },
          { Host: '%', User: 'glance', Db: 'glance' },
        ],
      },
    );
    expect(statements).to.deep.equal([
      "DROP USER IF EXISTS ''@'localhost'",
      "DROP USER IF EXISTS 'root'@'%'",
      'DROP DATABASE IF EXISTS `test`',
      "DELETE FROM mysql.db WHERE User = '' AND Host = '%' AND Db = 'test\\\\_%'",
      'FLUSH PRIVILEGES',
    ]);
  });

  it('that lets nobody in is a failure that says what to do', async () => {
    const server = new ScriptedServer(script);
    server.refusal = "ERROR 1698 (28000): Access denied for user 'root'@'localhost'\n";
    const { resources } = await converge(server.host, (site) => new MysqlDatabase(site, 'glance'));
    expect(resources[0]?.outcome).to.equal('failed');
    expect(resources[0]?.reason)
      .to.contain('Access denied')
      .and.to.contain('correct user and password in /root/.my.cnf');
  });

  it('that does not answer is a failure that says where it was looked for', async () => {
    const server = new ScriptedServer(script, { '/etc/mysql/my.cnf': '[client]\nsocket = /srv/db.sock\n' });
    server.refusal = "ERROR 2002 (HY000): Can't connect to local server through socket '/srv/db.sock' (2)\n";
    const { resources } = await converge(server.host, (site) => new MysqlDatabase(site, 'glance'));
    expect(resources[0]?.reason).to.contain('no database server responds at /srv/db.sock');
    expect(server.host.commands.at(-1)?.argv).to.include('--socket=/srv/db.sock');
  });

  it('is told no secret in the arguments of a command', async () => {
    const server = new ScriptedServer(script, { '/root/.my.cnf': '[client]\npassword=hunter2\n' });
    await converge(server.host, (site) => new MysqlUser(site, 'glance@%', { password_hash: hash }));
    const words = server.host.commands.flatMap(({ argv }) => [...argv]).join(' ');
    expect(server.told.join()).to.contain(hash);
    expect(words).not.to.contain(hash).and.not.to.contain('hunter2');
  });

  it('is told nothing by an option file that others could have written, or one that it includes', async () => {
    const files = {
      '/root/.my.cnf': '!include /srv/more.cnf\n[client]\nhost=evil\n',
      '/srv/more.cnf': '[client]\n',
    };
    for (const path of Object.keys(files)) {
      const server = new ScriptedServer(script, files);
      await server.host.files.setAccess(path, { uid: 1000 });
      const { resources } = await converge(server.host, (site) => new MysqlDatabase(site, 'glance'));
      expect(resources[0]?.outcome).to.equal('failed');
      expect(resources[0]?.reason).to.contain(
        `${path} is not trusted, because other users could have written it`,
      );
      expect(server.host.commands).to.deep.equal([]);
    }
  });
});
