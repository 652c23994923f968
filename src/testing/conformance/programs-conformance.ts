import { setTimeout as sleep } from 'node:timers/promises';
import { OUTPUT_LIMIT } from '../../hosts/command.js';
import { secret } from '../../secrets/secret.js';
import { expectRefusal } from './expect-refusal.js';
import type { HostUnderTest } from './host-under-test.js';

/** Also in the environment: Node passes on that coverage is measured, and bash how it was called. */
const NOT_GIVEN = /^(NODE_V8_COVERAGE=|_=|SHLVL=|HOME=\/)|^$/;

const shell = (script: string) => ['/bin/sh', '-c', script] as const;

/** Declares the specs of `Host.run`, for hosts that run real programs. */
export function programsConform(tested: HostUnderTest): void {
  const { expect, at } = tested;

  describe('programs', () => {
    it('returns the status and both outputs', async () => {
      const result = await tested.host.run({ argv: shell('echo out; echo err >&2; exit 7') });
      expect(result).to.deep.equal({
        status: 7,
        signal: null,
        stdout: 'out\n',
        stderr: 'err\n',
        timedOut: false,
      });
    });

    it('distinguishes a signal from a status that looks like one', async () => {
      expect(await tested.host.run({ argv: shell('kill -KILL $$') })).to.include({
        status: null,
        signal: 'SIGKILL',
      });
      expect(await tested.host.run({ argv: shell('exit 137') })).to.include({ status: 137, signal: null });
      expect(await tested.host.run({ argv: shell('exit 255') })).to.include({ status: 255, signal: null });
    });

    it('returns why a program could not be started', async () => {
      for (const [program, failure] of [
        ['no-such-program', 'ENOENT'],
        ['/no/such', 'ENOENT'],
        ['/etc/passwd', 'EACCES'],
      ] as const)
        expect(await tested.host.run({ argv: [program, 'x'] })).to.include({ status: null, failure });
    });

    it('passes arguments unchanged, and not through a shell', async () => {
      const odd = ['', ' ', '$HOME', '`id`', "it's", 'a\nb', '*', '--', '===', '-n', '\\', 'ü'];
      const { stdout } = await tested.host.run({ argv: ['printf', '[%s]', ...odd] });
      expect(stdout).to.equal(odd.map((one) => `[${one}]`).join(''));
    });

    it('passes input byte by byte, and ends it', async () => {
      const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
      const { stdout } = await tested.host.run({ argv: ['od', '-An', '-v', '-tu1'], input: bytes });
      expect(stdout.trim().split(/\s+/).map(Number)).to.deep.equal([...bytes]);
      expect((await tested.host.run({ argv: ['cat'] })).stdout).to.equal('');
      expect((await tested.host.run({ argv: ['cat'], input: secret('hidden') })).stdout).to.equal('hidden');
    });

    it('passes input as a complete file, larger than any pipe', async () => {
      const input = 'x'.repeat(3 * 1024 * 1024);
      expect((await tested.host.run({ argv: ['wc', '-c'], input })).stdout.trim()).to.equal(
        String(input.length),
      );
      expect(await tested.host.run({ argv: ['true'], input })).to.include({ status: 0 });
    });

    it('shows secrets of the environment and the input to no other process', async () => {
      const script = 'echo "$TOKEN"; cat; cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "';
      const { stdout } = await tested.host.run({
        argv: shell(script),
        environment: { TOKEN: secret('s3cret-token') },
        input: secret('s3cret-input\n'),
        umask: '027',
      });
      const [token, input, ...others] = stdout.split('\n');
      expect([token, input]).to.deep.equal(['s3cret-token', 's3cret-input']);
      expect(others.join('\n')).not.to.include('s3cret');
    });

    it('gives a small environment, and what is given in addition', async () => {
      const odd = 'a\n\'b\' "$HOME" `id` \\';
      const { stdout } = await tested.host.run({
        argv: ['/usr/bin/env', '-0'],
        environment: { EXTRA: odd, LANG: 'C', IFS: '/', GLANCE_APPLY_0: 'of the command' },
      });
      const lines = stdout.split('\0').filter((line) => !NOT_GIVEN.test(line));
      expect(lines.sort()).to.deep.equal([
        `EXTRA=${odd}`,
        'GLANCE_APPLY_0=of the command',
        'IFS=/',
        'LANG=C',
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      ]);
    });

    it('applies the environment to the program only, and not to those that start it', async () => {
      const environment = { LD_PRELOAD: '/no/such/library.so', PATH: at('nowhere') };
      const { stderr, stdout } = await tested.host.run({ argv: ['/usr/bin/env'], umask: '027', environment });
      // The linker complains in the name of every program that it loads.
      expect(stderr.match(/ld\.so/g)).to.have.length(1);
      expect(stdout).to.include(`PATH=${environment.PATH}\n`);
    });

    it('applies the umask, which is 022 by default', async () => {
      const argv = shell(`umask; : > ${at('masked')}; stat -c %a ${at('masked')}`);
      expect((await tested.host.run({ argv, umask: '027' })).stdout).to.equal('0027\n640\n');
      expect((await tested.host.run({ argv: shell('umask') })).stdout).to.equal('0022\n');
    });

    it('runs in the directory that is given, and else in /', async () => {
      expect((await tested.host.run({ argv: ['pwd'] })).stdout).to.equal('/\n');
      expect((await tested.host.run({ argv: ['pwd', '-P'], directory: '/usr' })).stdout).to.equal('/usr\n');
      await expectRefusal(tested.host.run({ argv: ['pwd'], directory: '/no/where' }), 'ENOENT', '/no/where');
      await expectRefusal(
        tested.host.run({ argv: ['pwd'], directory: '/etc/passwd' }),
        'ENOTDIR',
        '/etc/passwd',
      );
    });

    it('passes on output as it arrives, in whole lines of each stream', async () => {
      const pieces: string[] = [];
      const argv = shell(
        `printf 'gr\\303'; sleep 0.3; printf 'err' >&2; sleep 0.3; printf '\\274n\\nla'; sleep 0.3; printf 'st'; printf 'or\\n' >&2`,
      );
      const result = await tested.host.run({ argv, onOutput: (text) => pieces.push(text) });
      expect(result.stdout).to.equal('grün\nlast');
      expect(pieces.sort()).to.deep.equal(['error\n', 'grün\n', 'last']);
    });

    it('keeps the beginning and the end of output that is too long', async () => {
      const lines = OUTPUT_LIMIT / 4;
      const { stdout } = await tested.host.run({ argv: ['seq', '1', String(lines)] });
      expect(Buffer.byteLength(stdout)).to.be.within(OUTPUT_LIMIT - 100, OUTPUT_LIMIT);
      expect(stdout.startsWith('1\n2\n3\n')).to.equal(true);
      expect(stdout.endsWith(`\n${lines - 1}\n${lines}\n`)).to.equal(true);
      expect(stdout).to.match(/\n\[\d+ bytes left out\]\n/);
    });

    /** A script that writes its process IDs to a file: its own, and those of two children, one of which ignores SIGTERM. */
    const family = (name: string) =>
      shell(
        `(trap '' TERM; sleep 600) & echo $! > ${at(name)}; sleep 600 & echo $! >> ${at(name)}; echo $$ >> ${at(name)}; wait`,
      );
    const pidsOf = async (name: string) => {
      const [content] = await tested.host.files.read([at(name)]);
      return Buffer.isBuffer(content) ? content.toString().split('\n').slice(0, -1) : [];
    };
    const started = async (name: string) => {
      while ((await pidsOf(name)).length < 3) await sleep(20);
    };
    /** Waits until nothing of a family is left; a zombie counts as ended. */
    const ended = async (name: string) => {
      for (;;) {
        const stats = (await pidsOf(name)).map((pid) => `/proc/${pid}/stat`);
        const contents = await tested.host.files.read(stats);
        if (!contents.some((one) => Buffer.isBuffer(one) && one.length > 0 && !/\) Z/.test(String(one))))
          return;
        await sleep(20);
      }
    };

    it('ends a command at its timeout, together with everything that it has started', async () => {
      const result = await tested.host.run({ argv: family('timeout'), timeout: 2 });
      expect(result).to.include({ status: null, signal: 'SIGTERM', timedOut: true });
      await ended('timeout');
    });

    it('ends a command when it is aborted, together with everything that it has started', async () => {
      const stop = new AbortController();
      const running = tested.host.run({ argv: family('abort'), signal: stop.signal });
      await started('abort');
      stop.abort();
      expect(await running).to.include({ status: null, signal: 'SIGTERM', timedOut: false });
      await ended('abort');
    });

    it('ends a command that ignores SIGTERM', async () => {
      const argv = shell(`trap '' TERM; while :; do sleep 0.1; done`);
      expect(await tested.host.run({ argv, timeout: 0.5 })).to.include({ signal: 'SIGKILL', timedOut: true });
    });

    it('starts nothing if it was aborted before', async () => {
      const result = await tested.host.run({ argv: ['touch', at('started')], signal: AbortSignal.abort() });
      expect(result).to.include({ status: null, failure: 'ABORT_ERR' });
      expect(await tested.host.files.status([at('started')])).to.deep.equal([undefined]);
    });

    it('gives a command its own session and process group, and default handling of signals', async () => {
      const { stdout } = await tested.host.run({
        argv: shell('cut -d" " -f5,6 /proc/self/stat; echo $$; grep SigIgn /proc/$$/status'),
      });
      const [groups = '', pid = '', ignored = ''] = stdout.trim().split('\n');
      expect(groups.split(' ')).to.deep.equal([pid, pid]);
      expect(ignored).to.match(/:\s+0+$/);
    });

    it('does not wait for what a command leaves behind, which keeps running', async () => {
      const { status, stdout } = await tested.host.run({
        argv: shell(
          `(for i in $(seq 300); do echo still; sleep 0.1; done; echo done > ${at('left')}) & echo $!`,
        ),
        detaches: true,
      });
      expect(status).to.equal(0);
      const [pid = ''] = stdout.split('\n');
      await sleep(500);
      expect((await tested.host.run({ argv: ['kill', '-0', pid] })).status).to.equal(0);
      await tested.host.run({ argv: ['kill', '-KILL', pid] });
    });

    it('runs many commands at once', async () => {
      const numbers = Array.from({ length: 20 }, (_, index) => String(index));
      const results = await Promise.all(
        numbers.map((number) => tested.host.run({ argv: ['echo', number], input: number })),
      );
      expect(results.map((result) => result.stdout)).to.deep.equal(numbers.map((number) => `${number}\n`));
    });

    describe('as another user', () => {
      it('refuses a user or group that does not exist', async () => {
        const user = await expectRefusal(
          tested.host.run({ argv: ['id'], user: 'nobody-here' }),
          'ENOENT',
          'id',
        );
        expect(user.message).to.include("the user 'nobody-here' does not exist");
        const group = await expectRefusal(
          tested.host.run({ argv: ['id'], group: 'nobody-here' }),
          'ENOENT',
          'id',
        );
        expect(group.message).to.include("the group 'nobody-here' does not exist");
      });

      it('changes to it with its home and groups as root, and is refused otherwise', async () => {
        const { candidate } = tested;
        if (!candidate.isRoot) {
          await expectRefusal(tested.host.run({ argv: ['id'], user: 'root' }), 'EPERM', 'id');
          return;
        }
        const known = await tested.host.run({ argv: shell('id -G daemon; getent passwd daemon') });
        const [groups, entry = ''] = known.stdout.split('\n');
        const argv = shell('id -un; id -G; echo $HOME $USER $LOGNAME; cat');
        const result = await tested.host.run({ argv, user: 'daemon', input: 'in' });
        expect(result.stdout).to.equal(`daemon\n${groups}\n${entry.split(':')[5]} daemon daemon\nin`);
        const grouped = await tested.host.run({ argv: ['id', '-gn'], user: 'daemon', group: 'bin' });
        expect(grouped.stdout).to.equal('bin\n');
      });
    });
  });
}
