import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { AttributesOf, Scope } from '../../../src/catalog/index.js';
import type { Mode, Report } from '../../../src/engine/report.js';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import type { attributes } from '../../../src/resources/exec/attributes.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { secret } from '../../../src/secrets/secret.js';
import { complaints, converge, inDirectory, only } from '../converge.js';

type Attributes = AttributesOf<typeof attributes>;

/** A directory in which execs leave their traces. */
class Traces {
  readonly log: string;
  constructor(readonly directory: string) {
    this.log = join(directory, 'log');
  }

  run(body: (site: Scope) => void, mode: Mode = 'apply'): Promise<Report> {
    return converge(localHost(), body, { mode, stateDirectory: join(this.directory, 'state') });
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
      const command = ['/bin/sh', '-c', `(sleep 2; echo late >> "$1") & sleep 60`, 'sh', traces.log];
      const began = performance.now();
      const { outcome, reason } = only(await traces.once({ command, timeout: 0.2 })) ?? {};
      expect(performance.now() - began).to.be.below(5000);
      expect(outcome).to.equal('failed');
      expect(reason).to.include('was ended after 0.2 seconds');
      await sleep(2200);
      expect(await traces.ran()).to.deep.equal([]);
    }),
  ).timeout(10_000);

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

  const failing: readonly [what: string, given: Attributes, reason: RegExp][] = [
    [
      'a program that is in no directory of the path',
      { command: 'no-such-program', path: '/usr/bin:/bin' },
      /no program 'no-such-program' in \/usr\/bin:\/bin/,
    ],
    [
      'a program that does not exist',
      { command: '/no/such/program' },
      /'\/no\/such\/program' could not be started: ENOENT/,
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

  it('runs as many commands at once as the host has processors', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await sleep(5);
      running--;
      return '';
    };
    const host = new SimulatedHost({ facts: { processors: { count: 3 } }, programs: { '/bin/work': work } });
    const { summary } = await converge(host, (site) => {
      for (let i = 0; i < 9; i++) new Exec(site, `work ${i}`, { command: '/bin/work' });
    });
    expect(summary).to.include({ changed: 9 });
    expect(most).to.equal(3);
  });

  const refused: readonly [given: Attributes, complaint: RegExp][] = [
    [{ command: 'true' }, /'true' in command must be fully qualified, or path must say/],
    [{ command: '/bin/true', onlyif: 'test -f /x' }, /'test' in onlyif must be fully qualified/],
    [
      { command: '/bin/echo a | wc' },
      /command cannot be split into words: '\|' means something to a shell alone.*provider/,
    ],
    [{ command: '/bin/true', environment: 'nonsense' }, /environment must be/],
    [{ command: '/bin/true', umask: '9' }, /umask must be/],
    [{ command: '/bin/true', tries: 0 }, /tries must be/],
    [{ command: '/bin/true', path: 'relative' }, /path must be/],
  ];
  for (const [given, complaint] of refused) {
    it(`refuses ${JSON.stringify(given)} when the manifest is compiled`, async () => {
      expect(await complaints((site) => void new Exec(site, 'it', given))).to.match(complaint);
    });
  }
});
