import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import type { Facts } from '../../../src/data/facts.js';
import type { Command, CommandResult } from '../../../src/hosts/command.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

const USUAL = 'unconfined_u:object_r:tmp_t:s0';
const PARTS: Readonly<Record<string, number>> = { '-u': 0, '-r': 1, '-t': 2, '-l': 3 };

/** The SELinux of a host that has none: `stat` and `chcon` as they would be there. */
class Labels {
  readonly of = new Map<string, string>();
  readonly asked: (readonly string[])[] = [];
  failure: Partial<CommandResult> | undefined;

  constructor(bench: Workbench) {
    const run = bench.host.run.bind(bench.host);
    bench.host.run = async (command: Command) => {
      const { directory } = command;
      if (command.argv[0] !== '/usr/bin/stat' && command.argv[0] !== '/usr/bin/chcon') return run(command);
      // As the program would find what it is called with a name of.
      const argv = command.argv.map((word, at, { length }) =>
        directory !== undefined && at === length - 1 ? join(directory, word) : word,
      );
      this.asked.push(argv);
      const result = { status: 0, signal: null, stdout: this.#answer(argv), stderr: '', timedOut: false };
      return { ...result, ...(argv[0]?.endsWith(this.failing) ? this.failure : {}) };
    };
  }

  /** Which of the two fails, where one does. */
  failing: 'stat' | 'chcon' = 'stat';

  #answer(argv: readonly string[]): string {
    const paths = argv.slice(argv.indexOf('--') + 1);
    if (argv[0] === '/usr/bin/stat') return paths.map((path) => `${this.#label(path)}\n`).join('');
    const parts = this.#label(paths[0] as string).split(/:(?=.)/);
    const label = [...parts.slice(0, 3), parts.slice(3).join(':')];
    const options = argv.slice(argv.indexOf('--no-dereference') + 1, argv.indexOf('--'));
    for (let at = 0; at < options.length; at += 2)
      label[PARTS[options[at] as string] as number] = options[at + 1] as string;
    this.of.set(paths[0] as string, label.join(':'));
    return '';
  }

  #label(path: string): string {
    return this.of.get(path) ?? USUAL;
  }
}

describe('the SELinux label of a file', () => {
  let bench: Workbench;
  let labels: Labels;
  const withFacts = (facts: Facts) => {
    const session = bench.session.bind(bench);
    bench.session = (catalog) => ({ ...session(catalog), facts });
  };
  beforeEach(async () => {
    bench = await Workbench.open();
    labels = new Labels(bench);
    withFacts({ os: { selinux: { enabled: true } } });
    await writeFile(bench.path('f'), 'x');
  });
  afterEach(() => bench.close());

  type Attributes = ConstructorParameters<typeof File>[2];
  const one = (attributes: Attributes) => (site: Scope) => void new File(site, bench.path('f'), attributes);
  const changes = () => labels.asked.filter(([program]) => program === '/usr/bin/chcon');
  const said = (work: Promise<unknown>) =>
    work.then(
      () => 'it did not fail',
      (error: Error) => error.message,
    );

  it('is set in the parts that differ, and only once', async () => {
    const desired = one({ seltype: 'glance_t', seluser: 'unconfined_u', selrange: 's0:c1,c2' });
    expect(await bench.apply(desired)).to.deep.equal({ [bench.path('f')]: ['seltype', 'selrange'] });
    expect(changes().map((argv) => argv.slice(1))).to.deep.equal([
      ['--no-dereference', '-t', 'glance_t', '-l', 's0:c1,c2', '--', bench.path('f')],
    ]);
    expect(labels.of.get(bench.path('f'))).to.equal('unconfined_u:object_r:glance_t:s0:c1,c2');
    expect(await bench.apply(desired)).to.deep.equal({});
    const other = await bench.plan(one({ seluser: 'system_u', selrole: 'role_r' }));
    expect(JSON.stringify([...other.values()]))
      .to.include('unconfined_u')
      .and.include('object_r');
  });

  it('may have no range, for policies without levels', async () => {
    labels.of.set(bench.path('f'), 'user_u:role_r:type_t');
    expect(await bench.apply(one({ seltype: 'type_t' }))).to.deep.equal({});
    expect(await bench.apply(one({ selrange: 's0' }))).to.deep.equal({ [bench.path('f')]: ['selrange'] });
  });

  it('is set on a new file, and not read if none is desired', async () => {
    const body = (site: Scope) => {
      new File(site, bench.path('new'), { content: 'y', seltype: 'glance_t' });
      new File(site, bench.path('f'), { content: 'z' });
    };
    await bench.apply(body);
    expect(labels.of.get(bench.path('new'))).to.match(/:glance_t:/);
    expect(labels.asked.filter((argv) => argv.includes(bench.path('f')))).to.deep.equal([]);
  });

  it('is that of all that is in a directory, however much that is', async () => {
    await mkdir(bench.path('d'));
    const names = Array.from({ length: 1001 }, (_, at) => bench.path('d', `f${at}`));
    await Promise.all(names.map((name) => writeFile(name, '')));
    labels.of.set(bench.path('d'), USUAL.replace('tmp_t', 'glance_t'));
    for (const name of names.slice(1)) labels.of.set(name, USUAL.replace('tmp_t', 'glance_t'));
    const body = (site: Scope) =>
      void new File(site, bench.path('d'), { ensure: 'directory', recurse: true, seltype: 'glance_t' });
    expect(await bench.apply(body)).to.deep.equal({ [bench.path('d')]: ['recurse'] });
    expect(changes().map((argv) => argv.at(-1))).to.deep.equal([names[0]]);
    expect(await bench.apply(body)).to.deep.equal({});
    expect(Math.max(...labels.asked.map((argv) => argv.length))).to.be.below(510);
  });

  for (const facts of [{}, { os: {} }, { os: { selinux: {} } }, { os: { selinux: { enabled: false } } }]) {
    it(`has no effect on a host with these facts, which is said: ${JSON.stringify(facts)}`, async () => {
      withFacts(facts);
      expect((await bench.plan(one({ seltype: 'glance_t', seluser: 'u' }))).size).to.equal(0);
      expect(bench.said).to.deep.equal([
        'seluser, seltype has no effect: SELinux is not enabled on this host',
      ]);
      expect(labels.asked).to.deep.equal([]);
    });
  }

  it('is an error if it cannot be read or set', async () => {
    labels.failure = { status: 1, stderr: 'chcon: not supported\n' };
    labels.failing = 'chcon';
    expect(await said(bench.apply(one({ seltype: 'glance_t' })))).to.equal(
      `the SELinux label of ${bench.path('f')} cannot be set: chcon: not supported`,
    );
    labels.failing = 'stat';
    for (const [failure, why] of [
      [{ status: 1, stderr: 'stat: denied\n' }, 'stat: denied'],
      [{ status: null, failure: 'ENOENT' }, 'ENOENT'],
    ] as const) {
      labels.failure = failure;
      expect(await said(bench.apply(one({ seltype: 'glance_t' })))).to.equal(
        `the SELinux labels cannot be read: ${why}`,
      );
    }
  });
});
