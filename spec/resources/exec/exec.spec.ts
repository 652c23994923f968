import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { type AttributesOf, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import type { Mode, Report } from '../../../src/engine/report.js';
import type { RunOptions } from '../../../src/engine/run-options.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import type { attributes } from '../../../src/resources/exec/attributes.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { User } from '../../../src/resources/index.js';
import { secret } from '../../../src/secrets/secret.js';
import { thisMachine } from '../../hosts/this-machine.js';
import { converge, errorsOf, inDirectory, only } from '../converge.js';

type Attributes = AttributesOf<typeof attributes>;

/** A directory in which execs leave their traces. */
class Traces {
  readonly log: string;
  constructor(readonly directory: string) {
    this.log = join(directory, 'log');
  }

  run(body: (site: Scope) => void, mode: Mode = 'apply', listener?: RunOptions['listener']): Promise<Report> {
    return converge(thisMachine(), body, { mode, stateDirectory: join(this.directory, 'state'), listener });
  }

  /** Applies one exec that appends a word to the log. */
  async once(given: Attributes, mode: Mode = 'apply'): Promise<Report> {
    return this.run((site) => void new Exec(site, 'it', { command: this.append('ran'), ...given }), mode);
  }

  append(word: string): string[] {
    return ['/bin/sh', '-c', `echo "$1" >> "$2"`, 'sh', word, this.log];
  }

  async ran(): Promise<string[]> {
    const text = await readFile(this.log, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }
}

function withTraces(use: (traces: Traces) => Promise<void>): () => Promise<void> {
  return () => inDirectory((directory) => use(new Traces(directory)));
}

describe('exec', () => {
  it(
    'runs in every run where nothing keeps it from it',
    withTraces(async (traces) => {
      expect((await traces.once({})).summary).to.include({ changed: 1 });
      expect((await traces.once({})).summary).to.include({ changed: 1 });
      expect(await traces.ran()).to.deep.equal(['ran', 'ran']);
    }),
  );

  it(
    'is predicted to fail as a user who does not exist and will not be created',
    withTraces(async (traces) => {
      for (const whom of [{ user: 'nobody-here' }, { group: 'nobody-here' }, { user: '4000000' }]) {
        const report = only(await traces.once(whom, 'plan'));
        expect(report).to.include({ outcome: 'failed' });
        expect(report?.reason).to.match(/^the (user|group) '(nobody-here|4000000)' does not exist$/);
      }
      expect((await traces.once({ user: '0' }, 'plan')).summary).to.include({ will: 1, failed: 0 });
      const made = await traces.run((site) => {
        new User(site, 'nobody-here');
        new Exec(site, 'it', { command: traces.append('ran'), user: 'nobody-here' });
      }, 'plan');
      expect(made.summary).to.include({ will: 2, failed: 0 });
      const kept = await traces.once({ user: 'nobody-here', creates: '/etc/passwd' }, 'plan');
      expect(kept.summary).to.include({ unchanged: 1 });
    }),
  );

  const conditions: readonly [what: string, given: (directory: string) => Attributes, runs: boolean][] = [
    ['creates names a file that is there', (directory) => ({ creates: join(directory, 'there') }), false],
    ['creates names a file that is missing', (directory) => ({ creates: join(directory, 'missing') }), true],
    [
      'one of the files of creates is there',
      (directory) => ({ creates: [join(directory, 'missing'), join(directory, 'there')] }),
      false,
    ],
    ['onlyif succeeds', () => ({ onlyif: '/bin/true' }), true],
    ['onlyif fails', () => ({ onlyif: '/bin/false' }), false],
    ['one of several onlyif fails', () => ({ onlyif: ['/bin/true', '/bin/false'] }), false],
    ['unless succeeds', () => ({ unless: '/bin/true' }), false],
    ['unless fails', () => ({ unless: ['/bin/false'] }), true],
    ['one of several unless succeeds', () => ({ unless: ['/bin/false', '/bin/true'] }), false],
    ['unless is a list of lists', () => ({ unless: [['/bin/sh', '-c', 'exit 3'], ['/bin/true']] }), false],
    ['unless needs a shell', () => ({ provider: 'shell', unless: 'true && ! false' }), false],
    [
      'onlyif sees the environment',
      () => ({ environment: 'A=b', onlyif: [['/bin/sh', '-c', 'test "$A" = b']] }),
      true,
    ],
    ['it is refreshonly', () => ({ refreshonly: true }), false],
  ];
  for (const [what, given, runs] of conditions) {
    it(
      `${runs ? 'runs' : 'does not run'} when ${what}, and a plan says so`,
      withTraces(async (traces) => {
        await writeFile(join(traces.directory, 'there'), '');
        const attributes = given(traces.directory);
        expect(only(await traces.once(attributes, 'plan'))?.outcome).to.equal(runs ? 'will' : undefined);
        expect(await traces.ran()).to.deep.equal([]);
        expect(only(await traces.once(attributes))?.outcome).to.equal(runs ? 'changed' : undefined);
        expect(await traces.ran()).to.deep.equal(runs ? ['ran'] : []);
      }),
    );
  }

  it(
    'waits with refreshonly for a change, runs once for many, and obeys its conditions then',
    withTraces(async (traces) => {
      const body = (site: Scope) => {
        const waits = new Exec(site, 'waits', { command: traces.append('waits'), refreshonly: true });
        const kept = new Exec(site, 'kept', {
          command: traces.append('kept'),
          refreshonly: true,
          unless: ['/bin/true'],
        });
        for (const title of ['one', 'two']) {
          new Exec(site, title, { command: traces.append(title), notify: [waits, kept] });
        }
      };
      const plan = await traces.run(body, 'plan');
      expect(Object.fromEntries(plan.resources.map(({ title, outcome }) => [title, outcome]))).to.include({
        waits: 'will',
        kept: 'may',
      });
      await traces.run(body);
      expect((await traces.ran()).sort()).to.deep.equal(['one', 'two', 'waits']);
    }),
  );

  it(
    'is certain in a plan, to run or with refreshonly not to, unless a condition is to be asked by then',
    withTraces(async (traces) => {
      const plan = await traces.run((site) => {
        const first = new Exec(site, 'first', { command: traces.append('first') });
        new Exec(site, 'free', { command: traces.append('free'), require: first });
        new Exec(site, 'guarded', {
          command: traces.append('guarded'),
          unless: '/bin/false',
          require: first,
        });
        new Exec(site, 'waiting', { command: traces.append('waiting'), refreshonly: true, require: first });
      }, 'plan');
      expect(Object.fromEntries(plan.resources.map(({ title, outcome }) => [title, outcome]))).to.deep.equal({
        first: 'will',
        free: 'will',
        guarded: 'may',
      });
    }),
  );

  it(
    'does not run a second time because of a refresh',
    withTraces(async (traces) => {
      await traces.run((site) => {
        const second = new Exec(site, 'second', { command: traces.append('second') });
        new Exec(site, 'first', { command: traces.append('first'), notify: second });
      });
      expect(await traces.ran()).to.deep.equal(['first', 'second']);
    }),
  );

  it(
    'runs a refresh command of its own after its command where both are due, and a plan names it once',
    withTraces(async (traces) => {
      const body = (site: Scope) => {
        const second = new Exec(site, 'second', {
          command: traces.append('command'),
          refresh: traces.append('refresh'),
        });
        const guarded = new Exec(site, 'guarded', {
          command: ['/bin/sh', '-c', `echo "$1" >> "$2"; touch "$2.made"`, 'sh', 'guarded', traces.log],
          creates: `${traces.log}.made`,
          refresh: traces.append('not needed any more'),
          require: second,
        });
        new Exec(site, 'first', { command: traces.append('first'), notify: [second, guarded] });
      };
      expect((await traces.run(body, 'plan')).summary).to.include({ failed: 0 });
      await traces.run(body);
      expect(await traces.ran()).to.deep.equal(['first', 'command', 'refresh', 'guarded']);
    }),
  );

  it(
    'fails where its refresh command does',
    withTraces(async (traces) => {
      const report = await traces.run((site) => {
        const second = new Exec(site, 'second', {
          command: traces.append('command'),
          refresh: '/bin/false',
          refreshonly: true,
        });
        new Exec(site, 'first', { command: traces.append('first'), notify: second });
      });
      expect(report.resources.find(({ title }) => title === 'second')?.outcome).to.equal('failed');
    }),
  );

  it(
    'says each line of its output with logoutput true, whole, the last one without its line break too',
    withTraces(async (traces) => {
      const said: string[] = [];
      const command = ['/bin/sh', '-c', 'printf one; sleep 0.1; printf "\n\ntwo\nthree"'];
      for (const logoutput of [true, false, 'on_failure'] as const) {
        await traces.run(
          (site) => void new Exec(site, 'it', { command, logoutput }),
          'apply',
          (event) => {
            if (event.type === 'message') said.push(`${event.reference} ${event.text}`);
          },
        );
      }
      expect(said).to.deep.equal(['Exec[it] one', 'Exec[it] ', 'Exec[it] two', 'Exec[it] three']);
    }),
  );

  it(
    'quotes no output of a failure with logoutput false',
    withTraces(async (traces) => {
      const command = ['/bin/sh', '-c', 'echo private; exit 1'];
      expect(only(await traces.once({ command, logoutput: false }))?.reason).not.to.include('private\n');
      expect(only(await traces.once({ command, logoutput: false }))?.reason).not.to.include('output ends');
      expect(only(await traces.once({ command, logoutput: true }))?.reason).to.include(
        'output ends:\nprivate',
      );
    }),
  );

  it(
    'runs a program that is named relative to its working directory',
    withTraces(async (traces) => {
      await writeFile(join(traces.directory, 'configure'), '#!/bin/sh\necho "ran in $PWD" >> log\n', {
        mode: 0o755,
      });
      expect(only(await traces.once({ command: './configure', cwd: traces.directory }))?.outcome).to.equal(
        'changed',
      );
      expect(await traces.ran()).to.deep.equal([`ran in ${traces.directory}`]);
    }),
  );

  it(
    'waits as long as the longest timeout says',
    withTraces(async (traces) => {
      for (const timeout of [0, -1, 86_400 * 365])
        expect(only(await traces.once({ command: '/bin/sleep 0.05', timeout }))?.outcome).to.equal('changed');
    }),
  );

  it(
    'takes a link that leads nowhere for no file of creates',
    withTraces(async (traces) => {
      await symlink('nowhere', join(traces.directory, 'dangling'));
      await traces.once({ creates: join(traces.directory, 'dangling') });
      expect(await traces.ran()).to.deep.equal(['ran']);
      await writeFile(join(traces.directory, 'nowhere'), '');
      await traces.once({ creates: join(traces.directory, 'dangling') });
      expect(await traces.ran()).to.deep.equal(['ran']);
    }),
  );

  it('warns of a variable that is set twice, and of PATH beside path', async () => {
    const catalog = await compile(
      manifest((site) => {
        new Exec(site, 'twice', { command: '/bin/true', environment: ['A=1', 'B=2', secret('A=3')] });
        new Exec(site, 'path', { command: 'true', path: '/bin', environment: { PATH: '/opt/bin' } });
        new Exec(site, 'fine', { command: 'true', path: '/bin', environment: ['A=1', 'B=1'] });
      }),
    );
    expect(catalog.warnings.map(({ message }) => message)).to.deep.equal([
      'Exec[twice]: the variable A is set more than once in environment',
      'Exec[path]: environment sets PATH, which replaces path while the command runs',
    ]);
  });

  it(
    'gives a variable that is set twice its last value, and an empty one no value',
    withTraces(async (traces) => {
      const command = ['/bin/sh', '-c', `echo "$A [\${B-unset}]" >> "$1"`, 'sh', traces.log];
      await traces.once({ command, environment: ['A=first', 'B=', 'A=last=this'] });
      expect(await traces.ran()).to.deep.equal(['last=this []']);
    }),
  );

  it(
    'runs its refresh command in place of its own',
    withTraces(async (traces) => {
      await traces.run((site) => {
        const second = new Exec(site, 'second', {
          command: traces.append('command'),
          refresh: traces.append('refresh'),
          refreshonly: true,
        });
        new Exec(site, 'first', { command: traces.append('first'), notify: second });
      });
      expect(await traces.ran()).to.deep.equal(['first', 'refresh']);
    }),
  );

  it(
    'is tried again until it succeeds',
    withTraces(async (traces) => {
      const third = `echo "$1" >> "$2"; test $(wc -l < "$2") -ge 3`;
      const command = ['/bin/sh', '-c', third, 'sh', 'try', traces.log];
      expect(only(await traces.once({ command, tries: 5, try_sleep: 0.01 }))?.outcome).to.equal('changed');
      expect(await traces.ran()).to.deep.equal(['try', 'try', 'try']);
    }),
  );

  it(
    'is not tried again after the first interrupt, which ends the waiting',
    withTraces(async (traces) => {
      const stop = new AbortController();
      const command = ['/bin/sh', '-c', 'echo try >> "$1"; exit 3', 'sh', traces.log];
      const report = await converge(
        thisMachine(),
        (site) => void new Exec(site, 'it', { command, tries: 5, try_sleep: 60 }),
        {
          stateDirectory: join(traces.directory, 'state'),
          stop: stop.signal,
          listener: ({ type }) => {
            if (type === 'work-progress') stop.abort();
          },
        },
      );
      expect(only(report)?.reason).to.include('ended with status 3');
      expect(report.interrupted).to.equal(true);
      expect(await traces.ran()).to.deep.equal(['try']);
    }),
  );

  it(
    'says of a failure the command, the status, what is success, and how its output ends',
    withTraces(async (traces) => {
      const report = await traces.once({
        command: ['/bin/sh', '-c', 'seq 1 30; echo broken >&2; exit 7'],
        returns: [0, 2],
        tries: 2,
      });
      const { outcome, reason = '' } = only(report) ?? {};
      expect(outcome).to.equal('failed');
      expect(reason).to.include('seq 1 30').and.include('ended with status 7').and.include('last of 2 tries');
      expect(reason).to.include('0 or 2 is success').and.include('broken').and.include('\n30\n');
      expect(reason).not.to.match(/^5$/m);
    }),
  );

  it(
    'takes any status of returns for success',
    withTraces(async (traces) => {
      const report = await traces.once({
        command: ['/bin/sh', '-c', 'exit 3'],
        returns: [0, '3'] as number[],
      });
      expect(only(report)?.outcome).to.equal('changed');
    }),
  );

  it(
    'never shows a secret of its environment, though the command prints it, and shows what stands beside it',
    withTraces(async (traces) => {
      const environments: readonly Attributes[] = [
        { environment: { PASSWORD: secret('open-sesame'), PLACE: '/in/plain/sight' } },
        { environment: [secret('PASSWORD=open-sesame')] },
        { environment: secret('PASSWORD=open-sesame') },
      ];
      for (const [index, given] of environments.entries()) {
        const command = ['/bin/sh', '-c', 'echo "password is $PASSWORD at $PLACE"; exit 1'];
        const text = JSON.stringify(await traces.once({ command, ...given }));
        expect(text).to.include('password is [redacted]').and.not.include('open-sesame');
        if (index === 0) expect(text).to.include('/in/plain/sight');
      }
    }),
  );

  it(
    'ends a command that hangs at its timeout, with all that it started',
    withTraces(async (traces) => {
      const command = ['/bin/sh', '-c', `(sleep 2; echo late >> "$1") & sleep 600`, 'sh', traces.log];
      const { outcome, reason } = only(await traces.once({ command, timeout: 0.2 })) ?? {};
      expect(outcome).to.equal('failed');
      expect(reason).to.include('was ended after 0.2 s, its timeout');
      await sleep(2200);
      expect(await traces.ran()).to.deep.equal([]);
    }),
  );

  it(
    'runs where, and with the umask and the path, that it is told',
    withTraces(async (traces) => {
      await traces.once({
        command: 'sh -c \'echo "$PWD $(umask) $PATH" >> log\'',
        path: ['/usr/bin', '/bin'],
        cwd: traces.directory,
        umask: '027',
      });
      expect(await traces.ran()).to.deep.equal([`${traces.directory} 0027 /usr/bin:/bin`]);
    }),
  );

  it(
    'finds the first of its path that is a program, through links too, and no link that leads nowhere',
    withTraces(async (traces) => {
      const [dangling, linked] = [join(traces.directory, 'dangling'), join(traces.directory, 'linked')];
      for (const directory of [dangling, linked]) await mkdir(directory);
      await symlink('/no/such/program', join(dangling, 'greet'));
      await symlink('/bin/sh', join(linked, 'greet'));
      const command = ['greet', '-c', 'echo "$0" >> "$1"', 'ran', traces.log];
      expect(only(await traces.once({ command, path: [dangling, linked] }))?.outcome).to.equal('changed');
      expect(await traces.ran()).to.deep.equal(['ran']);
      expect(only(await traces.once({ command, path: [dangling] }))?.reason).to.match(
        /the program 'greet' does not exist in /,
      );
    }),
  );

  const failing: readonly [what: string, given: Attributes, reason: RegExp][] = [
    [
      'a program that is not in the path',
      { command: 'no-such-program', path: '/usr/bin:/bin' },
      /the program 'no-such-program' does not exist in \/usr\/bin:\/bin/,
    ],
    [
      'a program that does not exist',
      { command: '/no/such/program' },
      /'\/no\/such\/program' could not be started: \/no\/such\/program does not exist, or the interpreter/,
    ],
    [
      'a program that is not executable',
      { command: '/etc/passwd' },
      /'\/etc\/passwd' could not be started: \/etc\/passwd is not an executable file: check its mode/,
    ],
    [
      'a directory that does not exist',
      { command: '/bin/true', cwd: '/no/such/directory' },
      /\/no\/such\/directory/,
    ],
    ['a user that does not exist', { command: '/bin/true', user: 'no-such-user' }, /no-such-user/],
    [
      'a condition that cannot be asked',
      { command: '/bin/true', unless: '/no/such/program' },
      /'\/no\/such\/program' could not be started/,
    ],
    [
      'a condition whose program a shell does not find',
      { command: '/bin/true', provider: 'shell', onlyif: 'no-such-program --check' },
      /condition 'no-such-program --check' ended with status 127: a program was not found/,
    ],
    [
      'a condition that is not executable',
      { command: '/bin/true', unless: '/etc/passwd', provider: 'shell' },
      /ended with status 126: a program is not executable/,
    ],
    [
      'a condition that a signal ended',
      { command: '/bin/true', unless: [['/bin/sh', '-c', 'kill -9 $$']] },
      /condition .* was ended by SIGKILL/,
    ],
    [
      'a condition that hangs',
      { command: '/bin/true', onlyif: '/bin/sleep 60', timeout: 0.1 },
      /took longer than 0.1 seconds/,
    ],
  ];
  for (const [what, given, reason] of failing) {
    it(
      `names ${what}`,
      withTraces(async (traces) => {
        const resource = only(await traces.once(given));
        expect(resource?.outcome).to.equal('failed');
        expect(resource?.reason).to.match(reason);
      }),
    );
  }

  it('runs as many commands at a time as the host has processors, without manifest order', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
      return '';
    };
    const host = new SimulatedHost({ facts: { processors: { count: 3 } }, programs: { '/bin/work': work } });
    const body = (site: Scope) => {
      for (let i = 0; i < 9; i++) new Exec(site, `work ${i}`, { command: '/bin/work' });
    };
    const { summary } = await converge(host, body, { ordering: 'relations' });
    expect(summary).to.include({ changed: 9 });
    expect(most).to.equal(3);
  });

  const refused: readonly [given: Attributes, message: RegExp][] = [
    [
      { command: 'true' },
      /'true' in command is not an absolute path: give path, .*or set provider to 'shell'/,
    ],
    [{ command: 'cd /tmp' }, /'cd' in command is a shell builtin: set provider to 'shell'/],
    [{ command: './configure' }, /'.\/configure' in command is relative to no directory: give cwd/],
    [{ command: '/bin/true', refresh: 'export A=b' }, /'export' in refresh is a shell builtin/],
    [{ command: '/bin/true', onlyif: 'test -f /x' }, /'test' in onlyif is not an absolute path/],
    [{ command: '/bin/true', unless: [['test', '-f', '/x']] }, /'test' in unless is not an absolute path/],
    [{ command: '/bin/true', returns: [] }, /returns must name at least one status/],
    [{ command: '/bin/true', returns: 256 }, /returns must be/],
    [{ command: '/bin/true', try_sleep: -1 }, /try_sleep must be a number of at least 0/],
    [{ command: '/bin/true', umask: 0o22 as unknown as string }, /umask must be a umask as a string/],
    [
      { command: '/bin/echo a | wc' },
      /command cannot be split into words: '\|' means something to a shell alone.*provider/,
    ],
    [{ command: '/bin/true', environment: 'nonsense' }, /environment must be/],
    [{ command: '/bin/true', umask: '9' }, /umask must be/],
    [{ command: '/bin/true', tries: 0 }, /tries must be/],
    [{ command: '/bin/true', path: 'relative' }, /path must be/],
  ];
  for (const [given, message] of refused) {
    it(`refuses ${JSON.stringify(given)} when the manifest is compiled`, async () => {
      expect(await errorsOf((site) => void new Exec(site, 'it', given))).to.match(message);
    });
  }
});
