import { expect } from 'chai';
import { Authority, type Certificate } from '../../certificates.js';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

const PASSWORD = 'hunter2-and-more';

/** Ways to log in: the server's own, and one that only the command-line client knows. */
const accounts = {
  native: `IDENTIFIED BY '${PASSWORD}'`,
  modern: `IDENTIFIED VIA ed25519 USING PASSWORD('${PASSWORD}')`,
};

describe('logins to a MariaDB server over TCP', function () {
  this.timeout(900_000);

  let authority: Authority;
  let host: LabHost;
  let databases = 0;

  const write = (path: string, text: string) => host.must(['tee', path], { input: text });

  /** Starts the server anew, with a certificate or without. */
  const serveWith = async (certificate: Certificate | undefined) => {
    const lines =
      certificate === undefined
        ? ['skip-ssl']
        : ['ssl-cert=/etc/mysql/tls.pem', 'ssl-key=/etc/mysql/tls.key'];
    await write('/etc/mysql/tls.pem', certificate?.cert ?? '');
    await write('/etc/mysql/tls.key', certificate?.key ?? '');
    await host.must(['chown', 'mysql', '/etc/mysql/tls.key']);
    await write('/etc/mysql/mariadb.conf.d/99-tls.cnf', `[mysqld]\n${lines.join('\n')}\nport=3399\n`);
    await host.must(['service', 'mariadb', 'restart']);
  };

  /** Makes a database by way of a login as the options say. */
  const logIn = async (account: keyof typeof accounts, options: readonly string[]): Promise<Told> => {
    const login = ['host=127.0.0.1', 'port=3399', `user=${account}`, `password=${PASSWORD}`];
    await write('/root/.my.cnf', `${['[client]', ...login, ...options].join('\n')}\n`);
    databases += 1;
    return runResources(host, { mysql_database: { [`made_${databases}`]: { ensure: 'present' } } });
  };

  const refusal = async (account: keyof typeof accounts, options: readonly string[]) => {
    const { resources, status } = await logIn(account, options);
    expect(status).to.equal(4);
    return String(resources[0]?.reason);
  };

  before(async () => {
    authority = new Authority();
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
    await host.must(['apt-get', 'install', '-y', '-q', 'mariadb-server'], {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    await write('/root/ca.pem', authority.cert);
    await serveWith(undefined);
    const statements = [
      "INSTALL SONAME 'auth_ed25519'",
      ...Object.entries(accounts).flatMap(([name, how]) => [
        `CREATE USER ${name}@'%' ${how}`,
        `GRANT ALL ON *.* TO ${name}@'%' WITH GRANT OPTION`,
      ]),
    ];
    await host.must(['mariadb', '--no-defaults'], { input: `${statements.join(';\n')};\n` });
  });
  after(async () => {
    await host?.stop();
    authority.remove();
  });

  it('are refused where options ask for TLS and the server offers none', async () => {
    for (const option of ['ssl', 'loose-ssl_mode=REQUIRED', 'ssl-verify-server-cert', 'ssl-ca=/root/ca.pem'])
      expect(await refusal('native', [option]))
        .to.contain('does not offer TLS')
        .and.to.contain('/root/.my.cnf:6');
  });

  it('are made without TLS where no option asks for it, but not by the command-line client', async () => {
    expect((await logIn('native', [])).status).to.equal(0);
    expect(await refusal('modern', [])).to.contain('the mariadb command would send the password');
  });

  it('are refused where the certificate is of nobody that is trusted', async () => {
    await serveWith(authority.selfSigned('IP:127.0.0.1'));
    for (const option of ['ssl-ca=/root/ca.pem', 'ssl-verify-server-cert', 'ssl-mode=VERIFY_CA'])
      expect(await refusal('native', [option]))
        .to.match(/self.signed certificate/)
        .and.to.contain('/root/.my.cnf:6');
    expect((await logIn('native', ['ssl-mode=REQUIRED'])).status).to.equal(0);
  });

  it('are refused where the certificate is for another name, unless the options take it', async () => {
    await serveWith(authority.sign('DNS:other.example'));
    expect(await refusal('native', ['ssl-ca=/root/ca.pem'])).to.match(/does not match/);
    for (const account of ['native', 'modern'] as const)
      expect(await refusal(account, ['ssl-ca=/root/ca.pem', 'ssl-verify-server-cert'])).to.match(
        /does not match/,
      );
    expect((await logIn('native', ['ssl-ca=/root/ca.pem', 'ssl-verify-server-cert=0'])).status).to.equal(0);
    expect((await logIn('native', ['ssl-ca=/root/ca.pem', 'ssl-mode=VERIFY_CA'])).status).to.equal(0);
  });

  it('are made where the certificate is the right one, also by the command-line client', async () => {
    await serveWith(authority.sign('DNS:localhost', 'IP:127.0.0.1'));
    for (const account of ['native', 'modern'] as const) {
      const { status, resources } = await logIn(account, [
        'ssl-ca=/root/ca.pem',
        'tls-version=TLSv1.2,TLSv1.3',
      ]);
      expect([status, resources[0]?.outcome, resources[0]?.reason]).to.deep.equal([0, 'changed', undefined]);
    }
  });

  it('are made with TLS where an account requires it, through the socket too', async () => {
    const statements =
      "CREATE USER local@localhost IDENTIFIED BY 'x' REQUIRE SSL; GRANT ALL ON *.* TO local@localhost;";
    await host.must(['mariadb', '--no-defaults'], { input: statements });
    for (const option of ['ssl', 'ssl-mode=REQUIRED', 'ssl-ca=/root/ca.pem']) {
      await write('/root/.my.cnf', `[client]\nuser=local\npassword=x\n${option}\n`);
      const { status } = await runResources(host, { mysql_database: { [`made_by_${option.length}`]: {} } });
      expect(status, option).to.equal(0);
    }
  });
});
