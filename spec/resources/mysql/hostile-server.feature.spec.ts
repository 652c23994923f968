import { expect } from 'chai';
import type { ResourceReport } from '../../../src/engine/report.js';
import { MysqlDatabase } from '../../../src/resources/index.js';
import { Authority, type Certificate } from '../../certificates.js';
import { converge, only } from '../converge.js';
import { hostWith } from '../openstack/web-server.js';
import { type Behaviour, type DatabaseServer, more, servingDatabase, switchTo } from './database-server.js';

const PASSWORD = 'hunter2-and-more';

/** Command-line clients of the host, with what they say of themselves. */
const MARIADB = { name: 'mariadb', version: 'mariadb  Ver 15.1 Distrib 10.11.6-MariaDB\n' };
const MYSQL = {
  name: 'mysql',
  version: 'mysql  Ver 8.0.36 for Linux on x86_64 (MySQL Community Server - GPL)\n',
};

/** What a run says that logs in to a server as the option file says, and what it had the command-line client do. */
async function loggingIn(
  { port }: DatabaseServer,
  options: readonly string[],
  files: Readonly<Record<string, string>> = {},
  server = '127.0.0.1',
  program = MARIADB,
): Promise<{ report: ResourceReport | undefined; commands: (readonly string[])[] }> {
  const commands: (readonly string[])[] = [];
  const file = [
    '[client]',
    `host=${server}`,
    'protocol=tcp',
    `port=${port}`,
    `password=${PASSWORD}`,
    ...options,
  ];
  const host = hostWith(
    { '/root/.my.cnf': `${file.join('\n')}\n`, ...files },
    {
      [program.name]: ({ argv }) => {
        if (argv.includes('--version')) return { stdout: program.version };
        commands.push(argv);
        return { status: 1, stderr: 'ERROR 1045 (28000): Access denied\n' };
      },
    },
  );
  const report = only(await converge(host, (site) => new MysqlDatabase(site, 'glance')));
  return { report, commands };
}

/** The line of the option file on which the first of the given options stands. */
const FIRST = '/root/.my.cnf:6';

describe('a database server that does not prove who it is', () => {
  let authority: Authority;
  let own: Certificate;
  let other: Certificate;
  let alone: Certificate;
  let files: Readonly<Record<string, string>>;

  before(() => {
    authority = new Authority();
    own = authority.sign('DNS:localhost', 'IP:127.0.0.1');
    other = authority.sign('DNS:other.example');
    alone = authority.selfSigned('IP:127.0.0.1');
    files = { '/ca.pem': authority.cert, '/alone.pem': alone.cert, '/certs/0a1b2c3d.0': authority.cert };
  });
  after(() => authority.remove());

  /** Runs against a server, and gives what came of it. */
  const against = (behaviour: Behaviour, options: readonly string[], server?: string, program = MARIADB) =>
    servingDatabase(behaviour, async (database) => {
      const told = await loggingIn(database, options, files, server, program);
      expect(database.received().includes(PASSWORD), 'the password in clear').to.equal(false);
      return { ...told, database, reason: String(told.report?.reason) };
    });

  const asking: readonly (readonly string[])[] = [
    ['ssl'],
    ['ssl=ON'],
    ['enable-ssl'],
    ['loose-ssl'],
    ['ssl-mode=REQUIRED'],
    ['ssl_mode=required'],
    ['ssl-mod=REQUIRED'],
    ['loose-ssl_mode=VERIFY_CA'],
    ['ssl-mode=VERIFY_IDENTITY'],
    ['ssl-verify-server-cert'],
    ['ssl-verif'],
    ['loose_ssl_verify_server_cert=1'],
    ['ssl-ca=/ca.pem'],
    ['ssl_capath=/certs'],
    ['ssl-cipher=ECDHE-ECDSA-AES128-GCM-SHA256'],
  ];
  for (const options of asking) {
    it(`is told nothing where ${options.join(', ')} asks for TLS that it does not offer`, async () => {
      const { reason, database } = await against({}, options);
      expect(reason)
        .to.contain('does not offer TLS')
        .and.to.contain(`${options[0]?.split('=')[0]?.replaceAll('_', '-')} at ${FIRST}`);
      expect(database.heardNothing(), 'what it was told').to.equal(true);
    });
  }

  it('is told nothing where the option stands in a file that is included, or in another group', async () => {
    await servingDatabase({}, async (database) => {
      const more = {
        '/etc/mysql/my.cnf': '!includedir /etc/my.d\n',
        '/etc/my.d/z.cnf': '[client-mariadb]\n\nssl\n',
      };
      const { report } = await loggingIn(database, [], more);
      expect(report?.reason).to.contain('ssl at /etc/my.d/z.cnf:3');
      expect(database.heardNothing()).to.equal(true);
    });
  });

  const refused: readonly { option: string; why: string }[] = [
    { option: 'ssl-mode=MAYBE', why: 'must be one of DISABLED, PREFERRED' },
    { option: 'ssl=perhaps', why: 'neither on nor off' },
    { option: 'skip-ssl=1', why: 'neither on nor off' },
    { option: 'ssl-c=/ca.pem', why: 'is not understood' },
    { option: 'SSL-MODE=REQUIRED', why: 'is not understood' },
    { option: 'ssl-fips-mode=STRICT', why: 'is not understood' },
    { option: 'ssl-fp=00:11', why: 'is not understood' },
    { option: 'ss', why: 'is not understood' },
    { option: 'maximum-ssl-mode=REQUIRED', why: 'is not understood' },
    { option: 'tls-version=TLSv1.1,TLSv1.3', why: 'must be a contiguous list of' },
    { option: 'tls-version=', why: 'must be a contiguous list of' },
    { option: 'ssl-ca', why: 'has no value' },
    { option: 'ssl-ca=/missing.pem', why: 'the file /missing.pem does not exist' },
    { option: 'ssl-capath=/missing', why: 'the directory /missing does not exist' },
  ];
  for (const { option, why } of refused) {
    it(`is not connected to where the option ${option} means nothing`, async () => {
      const { reason, database } = await against({ certificate: own }, [option]);
      expect(reason)
        .to.contain(why)
        .and.to.contain(`${option.split('=')[0]} at ${FIRST}`);
      expect(database.heardNothing()).to.equal(true);
    });
  }

  it('is told nothing where its certificate is of another authority', async () => {
    for (const options of [['ssl-ca=/ca.pem'], ['ssl-verify-server-cert'], ['ssl-mode=VERIFY_CA']]) {
      const { reason, database } = await against({ certificate: alone }, options);
      expect(reason)
        .to.contain('does not prove its identity as')
        .and.to.match(/self.signed|unable to verify/);
      expect(database.heardNothing(), options.join()).to.equal(true);
    }
  });

  it('is told nothing where its certificate is for another name', async () => {
    const strict = [
      ['ssl-ca=/ca.pem'],
      ['ssl-capath=/certs'],
      ['ssl-ca=/ca.pem', 'ssl-mode=VERIFY_IDENTITY'],
    ];
    for (const options of strict) {
      for (const server of ['127.0.0.1', 'localhost']) {
        const { reason, database } = await against({ certificate: other }, options, server);
        expect(reason).to.match(/does not match/);
        expect(database.heardNothing(), options.join()).to.equal(true);
      }
    }
  });

  it('is logged in to where the options take the certificate of another name', async () => {
    for (const option of ['ssl-verify-server-cert=0', 'ssl-mode=VERIFY_CA', 'skip-ssl-verify-server-cert']) {
      const { database } = await against({ certificate: other }, ['ssl-ca=/ca.pem', option]);
      expect(database.letIn.count, option).to.be.greaterThan(0);
    }
  });

  it('is logged in to by its address and by its name, with versions, ciphers and a certificate of the client', async () => {
    const more = [
      'tls-version=TLSv1.2',
      'ssl-cipher=ECDHE-ECDSA-AES256-GCM-SHA384',
      'ssl-mode=VERIFY_IDENTITY',
    ];
    for (const server of ['127.0.0.1', 'localhost']) {
      const { database } = await against({ certificate: own }, ['ssl-ca=/ca.pem', ...more], server);
      expect(database.letIn.count, server).to.be.greaterThan(0);
    }
  });

  it('says which option it is whose ciphers mean nothing', async () => {
    const { reason, database } = await against({ certificate: own }, [
      'ssl-ca=/ca.pem',
      'ssl-cipher=NONSENSE',
    ]);
    expect(reason).to.match(/cipher/i);
    expect(database.heardNothing()).to.equal(true);
  });

  it('is given no key to have the password under, in clear or in TLS that nobody has verified', async () => {
    const wants = { method: 'caching_sha2_password', demands: [more([4]), more('a public key')] };
    const situations: readonly [Behaviour, readonly string[]][] = [
      [{}, []],
      [{}, ['ssl-mode=PREFERRED']],
      [{ certificate: alone }, ['ssl-mode=PREFERRED']],
      [{ certificate: alone }, ['ssl-mode=REQUIRED']],
      [{ certificate: alone }, ['ssl']],
    ];
    for (const [behaviour, options] of situations) {
      const direct = await against({ ...behaviour, ...wants }, options);
      expect(direct.reason).to.contain('set ssl-ca');
      expect(direct.commands).to.deep.equal([]);
      const switched = [switchTo('caching_sha2_password'), ...wants.demands];
      const older = [switchTo('sha256_password'), more('a public key')];
      for (const demands of [switched, older]) {
        const { reason } = await against({ ...behaviour, demands }, options);
        expect(reason).to.contain('requests the password itself').and.to.contain('set ssl-ca');
      }
    }
  });

  it('is not believed where it says more than its greeting before TLS', async () => {
    const { reason, database } = await against(
      { certificate: own, early: [Buffer.from([0, 0, 0, 2, 0, 0, 0])] },
      ['ssl-ca=/ca.pem'],
    );
    expect(reason).to.contain('before TLS');
    expect(database.received().length).to.equal(0);
  });

  it('is told no password in clear, whatever protects it, where it asks for that', async () => {
    for (const options of [[], ['ssl-ca=/ca.pem'], ['enable-cleartext-plugin', 'ssl-ca=/ca.pem']]) {
      const certificate = options.length === 0 ? undefined : own;
      const demands = [switchTo('mysql_clear_password')];
      const { reason, commands } = await against({ certificate, demands }, options);
      expect(reason).to.contain('mysql_clear_password');
      expect(commands).to.deep.equal([]);
    }
  });

  it('is not left to the command-line client where that would give it the password', async () => {
    for (const options of [[], ['ssl-mode=PREFERRED'], ['ssl-mode=REQUIRED'], ['ssl']]) {
      const certificate =
        options.includes('ssl-mode=REQUIRED') || options.includes('ssl') ? alone : undefined;
      const { reason, commands } = await against({ certificate, demands: [switchTo('dialog')] }, options);
      expect(reason).to.contain('the mariadb command would send the password').and.to.contain('set ssl-ca');
      expect(commands).to.deep.equal([]);
    }
  });

  it('is left to the command-line client with the same options, once it has proved who it is', async () => {
    const { commands } = await against({ certificate: own, demands: [switchTo('dialog')] }, [
      'loose-ssl-ca=/ca.pem',
    ]);
    expect(commands[0]).to.include.members([
      '--ssl',
      '--ssl-verify-server-cert',
      '--ssl-ca=/ca.pem',
      '--local-infile=0',
    ]);
    expect(commands.flat().join(' ')).not.to.contain(PASSWORD);
  });

  it("is left to MySQL's command-line client also where only the authority is to be verified", async () => {
    const options = ['ssl-ca=/ca.pem', 'ssl-mode=VERIFY_CA'];
    const behaviour = { certificate: other, demands: [switchTo('dialog')] };
    const { commands } = await against(behaviour, options, '127.0.0.1', MYSQL);
    expect(commands[0]).to.include.members(['mysql', '--ssl-mode=VERIFY_CA', '--ssl-ca=/ca.pem']);
    const mariadb = await against(behaviour, options);
    expect(mariadb.reason).to.contain('the mariadb command would send the password');
    expect(mariadb.commands).to.deep.equal([]);
  });
});

describe('a database server that has proved who it is', () => {
  it('is told the password itself, inside of TLS, where it wants that', async () => {
    const authority = new Authority();
    const certificate = authority.sign('IP:127.0.0.1');
    const demands = [switchTo('caching_sha2_password'), more([4])];
    const behaviour = { certificate, method: 'caching_sha2_password', demands };
    await servingDatabase(behaviour, async (database) => {
      await loggingIn(database, ['ssl-ca=/ca.pem'], { '/ca.pem': authority.cert });
      expect(database.letIn.count).to.be.greaterThan(0);
      expect(database.received().includes(PASSWORD)).to.equal(true);
    });
    authority.remove();
  });
});
