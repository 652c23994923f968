import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { OUTPUT_LIMIT } from '../../../src/hosts/command.js';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { secret } from '../../../src/secrets/secret.js';
import { expectRefusal } from '../../../src/testing/conformance/expect-refusal.js';

/** Node itself passes on that its coverage is measured. */
const isGiven = (variable: string) => !variable.startsWith('NODE_V8_COVERAGE=');

describe('running a program on this machine', () => {
  const host = localHost();
  const shell = (script: string) => ['/bin/sh', '-c', script] as const;
  let directory: string;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-run-'));
  });
  after(() => rm(directory, { recursive: true }));

  describe('gives', () => {
    it('its status and both of its outputs', async () => {
      const result = await host.run({ argv: shell('echo out; echo err >&2; exit 7') });
      expect(result).to.deep.equal({
        status: 7,
        signal: null,
        stdout: 'out\n',
        stderr: 'err\n',
        timedOut: false,
      });
    });

    it('the signal that ended it', async () => {
      expect(await host.run({ argv: shell('kill -KILL $$') })).to.include({
        status: null,
        signal: 'SIGKILL',
      });
    });

    it('the reason why it could not be started, whoever starts it', async () => {
      for (const umask of [undefined, '022']) {
        expect(await host.run({ argv: ['no-such-program'], umask })).to.include({
          status: null,
          failure: 'ENOENT',
        });
        expect(await host.run({ argv: ['/no/such'], umask })).to.include({ status: null, failure: 'ENOENT' });
        expect(await host.run({ argv: ['/etc/passwd'], umask })).to.include({
          status: null,
          failure: 'EACCES',
        });
      }
    });

    it('its output as it comes, in whole lines of each stream, the last one without its end', async () => {
      const pieces: string[] = [];
      const result = await host.run({
        argv: shell(
          `printf 'gr\\303'; sleep 0.1; printf 'err' >&2; sleep 0.1; printf '\\274n\\nla'; sleep 0.1; printf 'st'; printf 'or\\n' >&2`,
        ),
        onOutput: (text) => pieces.push(text),
      });
      expect(result.stdout).to.equal('grün\nlast');
      expect(pieces.sort()).to.deep.equal(['error\n', 'grün\n', 'last']);
    });

    it('the beginning and the end of an output that is too long', async () => {
      const lines = OUTPUT_LIMIT / 4;
      const { stdout } = await host.run({ argv: ['seq', '1', String(lines)] });
      expect(Buffer.byteLength(stdout)).to.be.within(OUTPUT_LIMIT - 100, OUTPUT_LIMIT);
      expect(stdout).to.match(/^1\n2\n3\n/);
      expect(stdout).to.match(new RegExp(`\n${lines - 1}\n${lines}\n$`));
      expect(stdout).to.match(/\n\[\d+ bytes left out\]\n/);
    });
  });

  describe('passes', () => {
    it('arguments as they are, past no shell', async () => {
      const odd = ['', ' ', '$HOME', '`id`', "it's", 'a\nb', '*', '--'];
      const { stdout } = await host.run({ argv: ['printf', '[%s]', ...odd] });
      expect(stdout).to.equal(odd.map((one) => `[${one}]`).join(''));
    });

    it('input, and closes it', async () => {
      expect((await host.run({ argv: ['cat'], input: 'text\n' })).stdout).to.equal('text\n');
      expect((await host.run({ argv: ['cat'], input: Buffer.from('bytes') })).stdout).to.equal('bytes');
      expect((await host.run({ argv: ['cat'], input: secret('hidden') })).stdout).to.equal('hidden');
      expect((await host.run({ argv: ['cat'] })).stdout).to.equal('');
    });

    it('input to a program that does not read it', async () => {
      const result = await host.run({ argv: ['true'], input: 'x'.repeat(1024 * 1024) });
      expect(result).to.include({ status: 0 });
    });

    it('secrets in the environment and the input, and none as an argument', async () => {
      const { stdout } = await host.run({
        argv: shell('echo "$TOKEN"; cat; tr "\\0" " " < /proc/$$/cmdline'),
        environment: { TOKEN: secret('s3cret-token') },
        input: secret('s3cret-input\n'),
        umask: '027',
      });
      const [token, input, ...command] = stdout.split('\n');
      expect([token, input]).to.deep.equal(['s3cret-token', 's3cret-input']);
      expect(command.join('\n')).not.to.include('s3cret');
    });

    it('a small environment that is always the same, and what it is given', async () => {
      process.env.GLANCE_APPLY_SPEC = 'of this process';
      const { stdout } = await host.run({ argv: ['env'], environment: { EXTRA: 'given', LANG: 'C' } });
      delete process.env.GLANCE_APPLY_SPEC;
      expect(stdout.trim().split('\n').filter(isGiven).sort()).to.deep.equal([
        'EXTRA=given',
        `HOME=${userInfo().homedir}`,
        'LANG=C',
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      ]);
    });

    it('the file mode mask', async () => {
      const argv = shell(`umask; : > ${directory}/masked; stat -c %a ${directory}/masked`);
      expect((await host.run({ argv, umask: '027' })).stdout).to.equal('0027\n640\n');
    });

    it('the mask 022 where none is given, whatever that of this process is', async () => {
      for (const umask of [0, 0o022, 0o077]) {
        const before = process.umask(umask);
        try {
          expect((await host.run({ argv: shell('umask') })).stdout).to.equal('0022\n');
        } finally {
          process.umask(before);
        }
      }
    });

    it('its environment to the program alone, and not to those that set it up', async () => {
      const environment = {
        LD_PRELOAD: '/no/such/library.so',
        PATH: directory,
        IFS: '/',
        GLANCE_APPLY_0: 'of the command',
        ODD: 'a\n\'b\' "$HOME" `id` \\',
      };
      const { stdout, stderr } = await host.run({ argv: ['/usr/bin/env', '-0'], umask: '027', environment });
      // The linker prints an error for every program that it loads.
      expect(stderr.match(/ld\.so/g)).to.have.length(1);
      expect(stdout.split('\0').slice(0, -1).filter(isGiven).sort()).to.deep.equal(
        Object.entries({ ...environment, HOME: userInfo().homedir, LANG: 'C.UTF-8' })
          .map(([name, value]) => `${name}=${value}`)
          .sort(),
      );
    });
  });

  describe('runs in a directory', () => {
    it('which is / unless another is given', async () => {
      expect((await host.run({ argv: ['pwd'] })).stdout).to.equal('/\n');
      expect((await host.run({ argv: ['pwd', '-P'], directory: '/usr' })).stdout).to.equal('/usr\n');
    });

    it('which must exist', async () => {
      const error = await expectRefusal(
        host.run({ argv: ['pwd'], directory: '/no/where' }),
        'ENOENT',
        '/no/where',
      );
      expect(error.message).to.equal(
        'cannot run pwd in /no/where: the directory does not exist; make it first',
      );
      await expectRefusal(host.run({ argv: ['pwd'], directory: '/etc/passwd' }), 'ENOTDIR', '/etc/passwd');
    });
  });

  describe('ends', () => {
    /** A script that leaves the numbers of itself and of two children behind, which ignore what they are told. */
    const family = (name: string) =>
      shell(
        `(trap '' TERM; sleep 600) & echo $! > ${directory}/${name}; sleep 600 & echo $! >> ${directory}/${name}; echo $$ >> ${directory}/${name}; wait`,
      );
    const numbers = async (name: string) => {
      const text = await readFile(join(directory, name), 'utf8').catch(() => '');
      return text.split('\n').slice(0, -1);
    };
    const living = async (name: string) => {
      const states = await Promise.all(
        (await numbers(name)).map((pid) =>
          readFile(`/proc/${pid}/stat`, 'utf8').catch(() => `${pid} (gone) Z`),
        ),
      );
      // What has ended may wait for its parent to notice.
      return states.filter((stat) => !/\) Z/.test(stat)).length;
    };
    /** Waits until nothing of a family is left; what does not go keeps the spec until its time is up. */
    const ended = async (name: string) => {
      expect(await numbers(name)).to.have.length(3);
      while ((await living(name)) > 0) await sleep(10);
    };

    it('a program at its timeout, with all that it started', async () => {
      const result = await host.run({ argv: family('timeout'), timeout: 2 });
      expect(result).to.include({ status: null, signal: 'SIGTERM', timedOut: true });
      await ended('timeout');
    });

    it('a program when it is aborted, with all that it started', async () => {
      const stop = new AbortController();
      const running = host.run({ argv: family('abort'), signal: stop.signal });
      while ((await numbers('abort')).length < 3) await sleep(10);
      stop.abort();
      expect(await running).to.include({ status: null, signal: 'SIGTERM', timedOut: false });
      await ended('abort');
    });

    it('nothing where it was aborted before it began', async () => {
      const argv = shell(`: > ${directory}/started`);
      const result = await host.run({ argv, signal: AbortSignal.abort() });
      expect(result).to.include({ status: null, failure: 'ABORT_ERR' });
      await expectRefusal(
        host.files.setAccess(join(directory, 'started'), {}),
        'ENOENT',
        join(directory, 'started'),
      );
    });

    it('as many programs as one signal is given to, without a warning', async () => {
      const warnings: Error[] = [];
      const keep = (warning: Error) => warnings.push(warning);
      process.on('warning', keep);
      const stop = new AbortController();
      let started = 0;
      const running = Array.from({ length: 12 }, () =>
        host.run({
          argv: shell('echo started; exec sleep 600'),
          signal: stop.signal,
          onOutput: () => (started += 1),
        }),
      );
      while (started < running.length) await sleep(10);
      stop.abort();
      const results = await Promise.all(running);
      process.off('warning', keep);
      expect(results.map((result) => result.signal)).to.deep.equal(running.map(() => 'SIGTERM'));
      expect(warnings).to.deep.equal([]);
    });

    it('a program that does not go when it is asked to', async () => {
      const result = await host.run({
        argv: shell(`trap '' TERM; while :; do sleep 0.1; done`),
        timeout: 0.1,
      });
      expect(result).to.include({ status: null, signal: 'SIGKILL', timedOut: true });
    });
  });

  it('does not wait for what a program leaves behind, though it holds the output open', async () => {
    const result = await host.run({ argv: shell('sleep 600 & echo $!') });
    expect(result).to.include({ status: 0 });
    const left = Number(result.stdout);
    expect(() => process.kill(left, 0)).not.to.throw();
    process.kill(left);
  });

  it('reads all that a program has written, also where this process is busy when it ends', async () => {
    const running = host.run({ argv: shell('sleep 5 & seq 1 5000') });
    const until = performance.now() + 400;
    await sleep(1);
    while (performance.now() < until);
    expect((await running).stdout).to.match(/\n5000\n$/);
  });

  it('keeps an interrupt at the terminal from a program: it has a session of its own', async () => {
    const { stdout } = await host.run({ argv: shell('cut -d" " -f5,6 /proc/self/stat; echo $$') });
    const [groups = '', pid = ''] = stdout.trim().split('\n');
    expect(groups.split(' ')).to.deep.equal([pid, pid]);
  });

  describe('as another user', () => {
    it('names one that does not exist', async () => {
      const error = await expectRefusal(host.run({ argv: ['id'], user: 'nobody-here' }), 'ENOENT', 'id');
      expect(error.message).to.include("the user 'nobody-here' does not exist");
      const other = await expectRefusal(host.run({ argv: ['id'], group: 'nobody-here' }), 'ENOENT', 'id');
      expect(other.message).to.include("the group 'nobody-here' does not exist");
      const both = { user: 'nobody-here', group: 'nobody-here' };
      const first = await expectRefusal(host.run({ argv: ['id'], ...both }), 'ENOENT', 'id');
      expect(first.message).to.include("the user 'nobody-here' does not exist");
    });

    it('takes this one as it is', async () => {
      const { uid } = userInfo();
      expect((await host.run({ argv: ['id', '-u'], user: String(uid) })).stdout).to.equal(`${uid}\n`);
    });

    it('changes to it with its home and groups as root, and says that it takes root where it is another', async () => {
      if (userInfo().uid !== 0) {
        await expectRefusal(host.run({ argv: ['id'], user: 'root' }), 'EPERM', 'id');
        return;
      }
      const argv = shell('id -un; id -G; echo $HOME');
      const daemon = await host.run({ argv: ['sh', '-c', 'id -G daemon; getent passwd daemon'] });
      const [groups, entry = ''] = daemon.stdout.split('\n');
      const result = await host.run({ argv, user: 'daemon' });
      expect(result.stdout).to.equal(`daemon\n${groups}\n${entry.split(':')[5]}\n`);
      const grouped = await host.run({ argv: ['id', '-gn'], user: 'daemon', group: 'bin' });
      expect(grouped.stdout).to.equal('bin\n');
      const missing = await host.run({ argv: ['no-such-program'], user: 'daemon' });
      expect(missing).to.include({ status: null, failure: 'ENOENT' });
    });

    it('is told whose it is, and runs nothing as root that its environment or its path names', async function () {
      if (userInfo().uid !== 0) this.skip();
      const bin = await mkdtemp(join(directory, 'bin-'));
      for (const name of ['setpriv', 'sh', 'env']) {
        await writeFile(join(bin, name), `#!/bin/sh\nid -un >> ${bin}/ran\n`, { mode: 0o755 });
      }
      await chmod(directory, 0o755);
      await chmod(bin, 0o777);
      const environment = { PATH: `${bin}:/usr/bin:/bin`, LD_PRELOAD: '/no/such/library.so' };
      const plain = await host.run({ argv: ['/usr/bin/env'], user: 'daemon', environment });
      expect(plain.stderr.match(/ld\.so/g)).to.have.length(1);
      const lines = plain.stdout.split('\n').filter((line) => /^(USER|LOGNAME|PATH)=/.test(line));
      expect(lines.sort()).to.deep.equal(['LOGNAME=daemon', `PATH=${environment.PATH}`, 'USER=daemon']);
      // What is looked for in the path of the user is run as the user.
      await host.run({ argv: ['env'], user: 'daemon', environment: { PATH: environment.PATH } });
      expect(await readFile(join(bin, 'ran'), 'utf8')).to.equal('daemon\n');
    });

    it('changes the group alone as root, and keeps the user and the other groups', async () => {
      if (userInfo().uid !== 0) {
        await expectRefusal(host.run({ argv: ['id'], group: 'root' }), 'EPERM', 'id');
        return;
      }
      const { stdout } = await host.run({ argv: shell('id -un; id -gn; id -G; echo $HOME'), group: 'bin' });
      const [user, group, groups = '', home] = stdout.split('\n');
      expect([user, group, home]).to.deep.equal(['root', 'bin', userInfo().homedir]);
      const others = (process.getgroups?.() ?? []).filter((one) => one !== userInfo().gid).map(String);
      expect(groups.split(' ')).to.include.members(others);
    });

    it('takes a group that is its own as it is, and says of another one that it takes root', async () => {
      const { getuid, getgid } = process;
      const [nobody] = (await host.run({ argv: ['id', '-u', 'nobody'] })).stdout.split('\n');
      process.getuid = () => Number(nobody);
      process.getgid = () => 1;
      try {
        const itself = { user: 'nobody', group: 'daemon' };
        expect((await host.run({ argv: ['echo', 'ran'], ...itself })).stdout).to.equal('ran\n');
        for (const [whom, said] of [
          [{ user: 'daemon' }, "as 'daemon'"],
          [{ user: 'nobody', group: 'bin' }, "as 'nobody'"],
          [{ group: 'bin' }, "with the group 'bin'"],
        ] as const) {
          const error = await expectRefusal(host.run({ argv: ['id'], ...whom }), 'EPERM', 'id');
          expect(error.message).to.include(`only root may run a program ${said}; run this as root`);
        }
      } finally {
        Object.assign(process, { getuid, getgid });
      }
    });
  });
});
