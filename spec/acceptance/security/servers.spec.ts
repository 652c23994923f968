import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';

/** A server on the host that behaves as its first argument says, on the port of its second. */
const server = `
import { createServer } from 'node:net';
const [how, port] = process.argv.slice(2);
createServer((socket) => {
  socket.on('error', () => {});
  socket.once('data', () => {
    if (how === 'silent') return;
    socket.write('HTTP/1.1 ' + (how === 'pages' ? '201' : '200') + ' OK\\r\\nx-subject-token: t\\r\\ntransfer-encoding: chunked\\r\\n\\r\\n');
    if (how === 'drip') setInterval(() => socket.write('1\\r\\n \\r\\n'), 5000);
    else if (how === 'flood') {
      const more = () => { while (!socket.destroyed && socket.write('10000\\r\\n' + ' '.repeat(65536) + '\\r\\n')); };
      socket.on('drain', more);
      more();
    } else {
      const page = JSON.stringify({ token: {}, roles: [], links: { next: '/v3/roles?marker=' + Math.random() } });
      socket.end(page.length.toString(16) + '\\r\\n' + page + '\\r\\n0\\r\\n\\r\\n');
    }
  });
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
`;

const behaviours = ['silent', 'drip', 'pages'] as const;

/** Milliseconds: an interrupt comes after so many seconds, and a run takes so long to start and to end. */
const INTERRUPT = 6;
const ENDING = 10_000;

describe('servers that hang or flood', function () {
  this.timeout(300_000);

  let host: LabHost;
  const program = `${checkoutInHost}/dist/glance-apply.js`;

  /** Runs a node while a server of the host behaves in some way; interrupts the run after some seconds. */
  const running = async (how: string, resources: object, port: number) => {
    await host.must(['tee', '/root/node.yaml'], { input: JSON.stringify({ resources }) });
    const script = [
      `node /root/server.mjs ${how} ${port} > /root/ready & server=$!`,
      'until grep -q ready /root/ready; do sleep 0.1; done',
      `timeout --signal=TERM ${INTERRUPT} node ${program} apply /root/node.yaml --json; status=$?`,
      'kill $server; exit $status',
    ];
    return host.run(['sh', '-c', script.join('\n')]);
  };

  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['tee', '/root/server.mjs'], { input: server });
    await host.must(['tee', '/root/openrc'], {
      input:
        'export OS_AUTH_URL=http://127.0.0.1:5999/v3 OS_USERNAME=admin\nexport OS_USERNAME=admin\nexport OS_PASSWORD=x\nexport OS_PROJECT_NAME=admin\n',
    });
  });
  after(() => host?.stop());

  for (const how of behaviours) {
    it(`are left at the first interrupt where Keystone is ${how}`, async () => {
      const output = await running(how, { keystone_role: { member: {} } }, 5999);
      const { resources, duration } = told(output);
      expect(resources.map(({ outcome }) => outcome)).to.deep.equal(['failed']);
      expect(duration).to.be.below(INTERRUPT * 1000 + ENDING);
    });
  }

  for (const how of ['silent', 'drip'] as const) {
    it(`are left at the first interrupt where the server of a source is ${how}, and the file stays`, async () => {
      await host.must(['tee', '/root/kept'], { input: 'before' });
      const file = { '/root/kept': { source: 'http://127.0.0.1:5998/f', ensure: 'file' } };
      const { resources, duration } = told(await running(how, { file }, 5998));
      expect(resources[0]?.outcome).to.equal('failed');
      expect(duration).to.be.below(INTERRUPT * 1000 + ENDING);
      expect(await host.must(['cat', '/root/kept'])).to.equal('before');
      expect(await host.must(['find', '/root', '-name', '*kept*'])).to.equal('/root/kept\n');
    });
  }

  it('are left at the first interrupt where the database server says nothing', async () => {
    await host.must(['tee', '/root/.my.cnf'], {
      input: '[client]\nhost=127.0.0.1\nport=5997\nuser=a\npassword=b\n',
    });
    const { resources, duration } = told(await running('silent', { mysql_database: { glance: {} } }, 5997));
    expect(resources[0]?.outcome).to.equal('failed');
    expect(duration).to.be.below(INTERRUPT * 1000 + ENDING);
  });

  it('are an error where the answer of Keystone has no end', async () => {
    const { resources } = told(await running('flood', { keystone_role: { member: {} } }, 5999));
    expect(resources[0]?.reason).to.match(/longer than \d+ bytes|interrupted/);
  });
});
