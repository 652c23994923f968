import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { isOutcomeUnknown } from '../../../src/errors/outcome-unknown.js';
import { connect } from '../../../src/hosts/ssh/connect.js';
import type { SshOptions, Transport } from '../../../src/hosts/ssh/connect-options.js';
import type { SshConnection } from '../../../src/hosts/ssh/connection.js';
import { Secret } from '../../../src/secrets/secret.js';
import { must } from '../lab/command.js';
import { PASSWORD, type Sshd, SshdHost, USER } from './sshd-host.js';

let lab: SshdHost;
let usual: Sshd;

before(async () => {
  lab = await SshdHost.start();
  usual = await lab.sshd();
});
after(() => lab?.stop());

/** Uses a connection, and closes it. */
async function using<T>(
  destination: string,
  options: SshOptions,
  use: (connection: SshConnection) => Promise<T>,
): Promise<T> {
  const connection = await connect(destination, options);
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

/** Runs a command to its end. */
async function run(connection: SshConnection, command: string, input: string | Buffer = '') {
  const channel = await connection.exec(command);
  channel.input.end(input);
  const [output, errors, end] = await Promise.all([
    text(channel.output),
    text(channel.errors),
    channel.ended,
  ]);
  return { output, errors, ...end };
}

/** The diagnostic with which connecting fails. */
async function refusal(destination: string, options: SshOptions) {
  try {
    await (await connect(destination, options)).close();
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    const [diagnostic] = error.diagnostics;
    return {
      code: diagnostic?.code,
      message: diagnostic?.message ?? '',
      hint: diagnostic?.hint,
      location: diagnostic?.location,
    };
  }
  throw new Error('it connected');
}

const transports: readonly Transport[] = ['ssh2', 'openssh'];

for (const transport of transports) {
  describe(`a connection by ${transport}`, () => {
    const at = (port = usual.port, user = USER) => `${user}@127.0.0.1:${port}`;
    const having = (lines: readonly string[] = [], ports = [usual.port]): SshOptions => ({
      configFile: lab.config('config', ports, lines),
      transport,
    });

    it('gives output, errors and status of a command, and its empty input', () =>
      using(at(), having(), async (connection) => {
        expect(connection.target).to.equal(at());
        expect(await run(connection, 'echo out; echo err >&2; read x; echo "read $x"; exit 3')).to.deep.equal(
          {
            output: 'out\nread \n',
            errors: 'err\n',
            status: 3,
            signal: null,
          },
        );
      }));

    it('passes on every byte in both directions, and all of a large output before its status', () =>
      using(at(), having(), async (connection) => {
        const bytes = Buffer.from([...Array(256).keys()]);
        const channel = await connection.exec('cat');
        channel.input.end(Buffer.concat(Array<Buffer>(20_000).fill(bytes)));
        const chunks: Buffer[] = [];
        for await (const chunk of channel.output) chunks.push(chunk);
        expect(Buffer.concat(chunks).equals(Buffer.concat(Array<Buffer>(20_000).fill(bytes)))).to.equal(true);
        expect((await channel.ended).status).to.equal(0);
        const large = await run(connection, 'head -c 5000000 /dev/zero; exit 4');
        expect([large.output.length, large.status]).to.deep.equal([5_000_000, 4]);
      }));

    it('takes the status 255 of a command for what it is', () =>
      using(at(), having(), async (connection) => {
        expect((await run(connection, 'exit 255')).status).to.equal(255);
        expect((await run(connection, 'echo alive')).output).to.equal('alive\n');
      }));

    it('reports a command that a signal has ended as no success', () =>
      using(at(), having(), async (connection) => {
        const { status, signal } = await run(connection, 'kill -9 $$');
        expect(status).to.equal(null);
        if (transport === 'ssh2') expect(signal).to.equal('KILL');
      }));

    it('holds back output that is not read', () =>
      using(at(), having(), async (connection) => {
        const channel = await connection.exec('yes | head -c 300000000');
        channel.input.end();
        await new Promise((resolve) => setTimeout(resolve, 1500));
        expect(process.memoryUsage().rss).to.be.below(600 * 1024 * 1024);
        channel.close();
        await channel.ended;
        expect((await run(connection, 'echo alive')).output).to.equal('alive\n');
      }));

    it('runs many commands at once where the server permits one', async () => {
      const single = await lab.sshd(['MaxSessions 1']);
      await using(at(single.port), having([], [single.port]), async (connection) => {
        const results = await Promise.all(
          [...Array(8).keys()].map((number) => run(connection, `sleep 0.1; echo ${number}`)),
        );
        expect(results.map(({ output }) => output.trim())).to.deep.equal([...Array(8).keys()].map(String));
      });
      await single.stop();
    });

    it('opens streams to ports and sockets of the host, and says why it cannot', async () => {
      const socket = `/tmp/echo-${transport}.sock`;
      const script = `require("net").createServer({allowHalfOpen:true},(s)=>s.pipe(s)).listen("${socket}",()=>{require("fs").chmodSync("${socket}",0o777);console.log("ready")})`;
      await using(at(), having(), async (connection) => {
        const server = await connection.exec(`exec /usr/local/bin/node -e '${script}'`);
        await new Promise((resolve) => server.output.once('data', resolve));
        const stream = await connection.forward({ path: socket }, 5);
        stream.end('through a socket');
        expect(await text(stream)).to.equal('through a socket');
        server.close();
        const ssh = await connection.forward({ address: '127.0.0.1', port: usual.port }, 5);
        const greeting = await new Promise<Buffer>((resolve) => ssh.once('data', resolve));
        expect(greeting.toString()).to.match(/^SSH-2\.0-/);
        ssh.destroy();
        for (const to of [{ address: '127.0.0.1', port: 1 }, { path: '/tmp/missing.sock' }]) {
          const error = await connection.forward(to, 5).catch(({ message }: Error) => message);
          expect(error).to.match(/^cannot connect to (?:127\.0\.0\.1:1|\/tmp\/missing\.sock) from /);
        }
      });
    });

    it('says when the server does not permit streams', async () => {
      const closed = await lab.sshd(['AllowTcpForwarding no']);
      await using(at(closed.port), having([], [closed.port]), async (connection) => {
        const error = await connection
          .forward({ address: '127.0.0.1', port: usual.port }, 5)
          .catch(({ message }: Error) => message);
        expect(error).to.match(/prohibited|refused/);
      });
      await closed.stop();
    });

    it('notices that it was cut, and does not claim to know how a command ended', async () => {
      const connection = await connect(at(), having());
      const channel = await connection.exec('echo $PPID; sleep 60');
      const process = await new Promise<Buffer>((resolve) => channel.output.once('data', resolve));
      channel.output.resume();
      channel.errors.resume();
      await lab.host.must(['kill', '-9', process.toString().trim()]);
      expect(await channel.ended).to.deep.equal({ status: null, signal: null });
      await new Promise<void>((resolve) => {
        if (connection.closed.aborted) resolve();
        else connection.closed.addEventListener('abort', () => resolve());
      });
      expect(connection.closed.reason.message).to.match(/^the connection to u1@127\.0\.0\.1:\d+ was lost/);
      const error: unknown = await connection.exec('true').catch((reason: unknown) => reason);
      expect(error).to.equal(connection.closed.reason);
      expect(isOutcomeUnknown(error)).to.equal(false);
      await connection.close();
    });

    it('is refused if the key of the host has changed, with the line of the old one', async () => {
      const [file, wrong] = [lab.path('changed'), lab.write('other', '')];
      await must(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', lab.path(`foreign-${transport}`)]);
      const [type, key] = readFileSync(lab.path(`foreign-${transport}.pub`), 'utf8').split(' ');
      writeFileSync(file, `# first\n[127.0.0.1]:${usual.port} ${type} ${key}\n`);
      const { code, location, message, hint } = await refusal(at(), {
        ...having([`UserKnownHostsFile ${file} ${wrong}`]),
        acceptNewHostKeys: true,
      });
      expect(code).to.equal('ssh.host-key-changed');
      expect(location).to.include({ file, line: 2 });
      expect(message).to.match(/SHA256:/);
      expect(hint).to.contain('ssh-keygen -R');
    });

    it('is refused if the key of the host is revoked', async () => {
      const known = lab.hostKey(`[127.0.0.1]:${usual.port}`);
      const file = lab.write('revoked', `${known}@revoked ${lab.hostKey('*')}`);
      expect((await refusal(at(), having([`UserKnownHostsFile ${file}`]))).code).to.equal(
        'ssh.host-key-revoked',
      );
    });

    it('asks about an unknown key, and stores one that is accepted', async () => {
      const file = lab.path(`new-${transport}`);
      const lines = [`UserKnownHostsFile ${file}`, 'HashKnownHosts yes'];
      expect((await refusal(at(), having(lines))).code).to.equal('ssh.host-key-unknown');
      const asked: string[] = [];
      const ask = (answer: boolean) => ({
        hostKey: (question: { readonly name: string; readonly fingerprint: string }) => {
          asked.push(`${question.name} ${question.fingerprint.slice(0, 7)}`);
          return Promise.resolve(answer);
        },
      });
      expect((await refusal(at(), { ...having(lines), ask: ask(false) })).code).to.equal(
        'ssh.host-key-unknown',
      );
      expect(existsSync(file) && readFileSync(file, 'utf8') !== '').to.equal(false);
      await using(at(), { ...having(lines), ask: ask(true) }, async () => {});
      expect(asked).to.have.length(2);
      for (const one of asked) expect(one).to.match(/127\.0\.0\.1.* SHA256:$/);
      expect(readFileSync(file, 'utf8')).to.match(/^\|1\|/);
      await using(at(), having(lines), async () => {});
    });

    it('stores unknown keys without asking if it is told to', async () => {
      const file = lab.path(`accepted-${transport}`);
      await using(
        at(),
        { ...having([`UserKnownHostsFile ${file}`]), acceptNewHostKeys: true },
        async () => {},
      );
      expect(readFileSync(file, 'utf8')).to.contain(`[127.0.0.1]:${usual.port} ssh-ed25519 `);
    });

    it('finds the key in a second file, in the file of the system, and for an RSA key of the host', async () => {
      const known = lab.write('second', lab.hostKey(`[127.0.0.1]:${usual.port}`, 'rsa'));
      const missing = lab.path('nothing');
      await using(at(), having([`UserKnownHostsFile ${missing} ${known}`]), async () => {});
      await using(
        at(),
        having([`UserKnownHostsFile ${missing}`, `GlobalKnownHostsFile ${known}`]),
        async () => {},
      );
    });

    it('goes through jump hosts, each with its own user, port and key', async () => {
      const [first, second] = [await lab.sshd(), await lab.sshd()];
      const ports = [first.port, second.port, usual.port];
      const lines = [
        'Host target',
        `  HostName 127.0.0.1\n  Port ${usual.port}\n  User ${USER}\n  ProxyJump root@127.0.0.1:${first.port},second`,
        'Host second',
        `  HostName 127.0.0.1\n  Port ${second.port}\n  User ${USER}`,
      ];
      const options = having(lines, ports);
      await using('target', options, async (connection) => {
        expect((await run(connection, 'id -un; echo $SSH_CONNECTION')).output).to.match(
          new RegExp(`^${USER}\\n127\\.0\\.0\\.1 \\d+ 127\\.0\\.0\\.1 ${usual.port}\\n$`),
        );
      });
      expect(first.log()).to.match(/Accepted publickey for root/);
      expect(second.log()).to.match(/Accepted publickey for u1/);
      const unknown = having(lines, [first.port, usual.port]);
      expect((await refusal('target', unknown)).code, 'of the second jump host').to.be.oneOf([
        'ssh.host-key-unknown',
        'ssh.closed',
      ]);
      await first.stop();
      await second.stop();
    });

    it('sends the password once, and only after the keys', async () => {
      const strange = await lab.sshd(['AuthorizedKeysFile none', 'KbdInteractiveAuthentication no']);
      const options = having([], [strange.port]);
      await using(at(strange.port), { ...options, password: new Secret(PASSWORD) }, async (connection) => {
        expect((await run(connection, 'id -un')).output).to.equal(`${USER}\n`);
      });
      expect(strange.log()).to.match(/Failed publickey|Postponed|Accepted password/);
      const { code, message } = await refusal(at(strange.port), {
        ...options,
        password: new Secret('wrong'),
      });
      expect(code).to.equal('ssh.login');
      expect(message).not.to.contain('wrong');
      expect(strange.log().match(/Failed password/g)).to.have.length(1);
      await strange.stop();
    });

    it('answers the prompt for a password of keyboard-interactive', async () => {
      const pam = await lab.sshd([
        'KbdInteractiveAuthentication yes',
        'PasswordAuthentication no',
        'AuthorizedKeysFile none',
      ]);
      await using(
        at(pam.port),
        { ...having([], [pam.port]), password: new Secret(PASSWORD) },
        async (connection) => {
          expect((await run(connection, 'id -un')).output).to.equal(`${USER}\n`);
        },
      );
      await pam.stop();
    });

    it('uses a key with a passphrase, which it asks for', async () => {
      const key = lab.path(`locked-${transport}`);
      await lab.makeKey(`locked-${transport}`, ['-t', 'ed25519', '-N', 'open sesame']);
      await lab.authorize(`locked-${transport}`, USER);
      const passphrase = (path: string) => {
        expect(path).to.equal(key);
        return Promise.resolve(new Secret('open sesame'));
      };
      const options = having([`IdentityFile ${key}`]);
      await using(at(), { ...options, ask: { passphrase } }, async () => {});
      const { code } = await refusal(at(), options);
      expect(code).to.equal('ssh.login');
      await lab.authorize('id', USER);
    });

    it('uses an RSA key where SHA-1 is refused', async () => {
      await lab.makeKey(`rsa-${transport}`, ['-t', 'rsa', '-b', '3072']);
      await lab.authorize(`rsa-${transport}`, USER);
      const strict = await lab.sshd(['PubkeyAcceptedAlgorithms rsa-sha2-512']);
      const options = having([`IdentityFile ${lab.path(`rsa-${transport}`)}`], [strict.port]);
      await using(at(strict.port), options, async () => {});
      await strict.stop();
      await lab.authorize('id', USER);
    });

    it('says which keys were tried', async () => {
      const { code, message, hint } = await refusal(at(usual.port, 'nobody'), having());
      expect(code).to.equal('ssh.login');
      expect(message).to.contain(`nobody@127.0.0.1:${usual.port}`);
      if (transport === 'ssh2') expect(message).to.contain(lab.path('id'));
      expect(hint).to.contain('authorized_keys');
    });

    it('gives up when the server never identifies itself, or closes at once', async () => {
      const silent = await listen(() => {});
      const started = performance.now();
      const { code } = await refusal(at(portOf(silent)), { ...having(), timeout: 2 });
      expect(code).to.be.oneOf(['ssh.timeout']);
      expect(performance.now() - started).to.be.below(6000);
      silent.close();
      const rude = await listen((socket) => socket.destroy());
      expect((await refusal(at(portOf(rude)), { ...having(), timeout: 2 })).code).to.equal('ssh.closed');
      const port = portOf(rude);
      rude.close();
      expect((await refusal(at(port), having())).code).to.equal('ssh.unreachable');
    });

    it('gets in where the server drops most of what is not logged in', async () => {
      const few = await lab.sshd(['MaxStartups 2']);
      const options = having([], [few.port]);
      await Promise.all(
        [...Array(6).keys()].map(() =>
          using(at(few.port), options, async (connection) => {
            expect((await run(connection, 'echo in')).output).to.equal('in\n');
          }),
        ),
      );
      await few.stop();
    });

    it('ends a login whose account has to change its password', async () => {
      await lab.host.must(['chage', '-d', '0', USER]);
      try {
        const pam = await lab.sshd([
          'KbdInteractiveAuthentication yes',
          'PasswordAuthentication no',
          'AuthorizedKeysFile none',
        ]);
        const { code } = await refusal(at(pam.port), {
          ...having([], [pam.port]),
          password: new Secret(PASSWORD),
          timeout: 20,
        });
        expect(code).to.equal('ssh.password-expired');
        await pam.stop();
        await using(at(), having(), async (connection) => {
          const { errors, status } = await run(connection, 'true');
          expect(errors).to.match(/password/i);
          expect(status).to.equal(1);
        });
      } finally {
        await lab.host.must(['chage', '-d', '99999', '-M', '99999', USER]);
        await lab.host.must(['chage', '-d', '20000', USER]);
      }
    });

    it('can be closed again', async () => {
      const configFile = lab.config('config', [usual.port]);
      const connection = await connect(`root@127.0.0.1:${usual.port}`, { configFile, transport });
      await Promise.all([connection.close(), connection.close()]);
      await connection.close();
      expect(connection.closed.aborted).to.equal(true);
    });

    it('leaves no directory behind', () => {
      const own = `ga-${process.pid}-`;
      const left = ['/tmp', '/var/tmp'].flatMap((parent) => readdirSync(parent));
      expect(left.filter((name) => name.startsWith(own))).to.deep.equal([]);
    });
  });
}

function listen(accept: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      accept(socket);
    }).listen(0, '127.0.0.1', () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen');
  return address.port;
}
