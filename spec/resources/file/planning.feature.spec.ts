import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { compile, manifest, type Scope } from '../../../src/catalog/index.js';
import type { Mode } from '../../../src/engine/report.js';
import { run } from '../../../src/engine/run.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { File } from '../../../src/resources/file/file.js';
import { FileLine } from '../../../src/resources/file-line/file-line.js';
import { Group } from '../../../src/resources/group/group.js';
import { Workbench } from './workbench.js';

describe('a run over files', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  async function outcomes(mode: Mode, body: (site: Scope) => void): Promise<Record<string, string>> {
    const report = await run(await compile(manifest(body)), bench.host, {
      mode,
      stateDirectory: bench.path('state'),
    });
    const names = report.resources.map(({ title, outcome }) => [
      title.replace(`${bench.directory}/`, ''),
      outcome,
    ]);
    return Object.fromEntries(names);
  }

  it('predicts what an apply does to files that depend on each other, and is empty after it', async () => {
    const body = (site: Scope) => {
      new FileLine(site, 'line', { path: bench.path('d/copy'), line: 'b' });
      new File(site, bench.path('d/copy'), { source: bench.path('d/original'), replace: false });
      new File(site, bench.path('d/original'), { content: 'a\n' });
      new File(site, bench.path('d'), { ensure: 'directory' });
    };
    const all = ['d', 'd/original', 'd/copy', 'line'];
    expect(await outcomes('plan', body)).to.deep.equal(Object.fromEntries(all.map((name) => [name, 'will'])));
    expect(await outcomes('apply', body)).to.deep.equal(
      Object.fromEntries(all.map((name) => [name, 'changed'])),
    );
    expect(await readFile(bench.path('d/copy'), 'utf8')).to.equal('a\nb\n');
    expect(await outcomes('plan', body)).to.deep.equal({});
  });

  it('does not count on new content of a file to change the meaning of other paths', async () => {
    await writeFile(bench.path('first'), 'old');
    await writeFile(bench.path('second'), 'same');
    expect(
      await outcomes('plan', (site) => {
        new File(site, bench.path('first'), { content: 'new' });
        new File(site, bench.path('second'), { content: 'same', require: File.ref(bench.path('first')) });
      }),
    ).to.deep.equal({ first: 'will' });
  });

  it('does not predict that an existing file is created if the result is unclear', async () => {
    await mkdir(bench.path('d'));
    await writeFile(bench.path('copy'), 'x');
    await writeFile(bench.path('lines'), 'a=1\na=2\n');
    const bodyWith = (noop: boolean | undefined) => (site: Scope) => {
      new File(site, bench.path('copy'), { source: bench.path('original'), noop });
      new File(site, bench.path('d'), { ensure: 'file', noop });
      new FileLine(site, 'line', { path: bench.path('lines'), line: 'a=3', match: '^a=', noop });
    };
    const body = bodyWith(undefined);
    const bodyAfterCommand = (site: Scope) => {
      new Exec(site, '/bin/true');
      body(site);
    };
    const all = ['copy', 'd', 'line'];
    const each = (outcome: string) => Object.fromEntries(all.map((name) => [name, outcome]));
    expect(await outcomes('plan', body)).to.deep.equal(each('failed'));
    expect(await outcomes('plan', bodyAfterCommand)).to.deep.equal({ '/bin/true': 'will', ...each('may') });
    expect(await outcomes('apply', body)).to.deep.equal(each('failed'));
    // What is wrong with them is wrong without a change too.
    expect(await outcomes('plan', bodyWith(true))).to.deep.equal(each('failed'));
    expect(await outcomes('apply', bodyWith(true))).to.deep.equal(each('failed'));
  });

  it('promises no file whose source only something before it could bring', async () => {
    const file = (site: Scope) => new File(site, bench.path('new'), { source: bench.path('nosuch') });
    const afterCommand = (site: Scope) => {
      new Exec(site, '/bin/true');
      file(site);
    };
    expect(await outcomes('plan', file)).to.deep.equal({ new: 'failed' });
    expect(await outcomes('plan', afterCommand)).to.deep.equal({ '/bin/true': 'will', new: 'may' });
  });

  for (const access of [{ owner: 'nosuch' }, { group: 'nosuch' }]) {
    it(`knows before it begins that there is no ${Object.keys(access)} to give a file to`, async () => {
      await writeFile(bench.path('old'), '');
      const body = (site: Scope) => {
        new File(site, bench.path('new'), { ...access, content: '' });
        new File(site, bench.path('old'), access);
      };
      const both = { new: 'failed', old: 'failed' };
      expect(await outcomes('plan', body)).to.deep.equal(both);
      expect(await outcomes('apply', body)).to.deep.equal(both);
      const afterCommand = (site: Scope) => {
        new Exec(site, '/bin/true');
        body(site);
      };
      expect(await outcomes('plan', afterCommand)).to.deep.equal({
        '/bin/true': 'will',
        new: 'may',
        old: 'may',
      });
    });
  }

  it('promises no file of an owner who is missing, although its group will be created', async () => {
    const body = (site: Scope) => {
      new Group(site, 'glance-new');
      new File(site, bench.path('new'), { owner: 'nosuch', group: 'glance-new', content: '' });
    };
    expect(await outcomes('plan', body)).to.include({ new: 'failed' });
  });

  it('knows before it begins that a directory is in the way', async () => {
    await mkdir(bench.path('d'));
    await writeFile(bench.path('d/x'), 'x');
    const body = (site: Scope) => {
      new File(site, bench.path('d'), { ensure: 'absent' });
    };
    expect(await outcomes('plan', body)).to.deep.equal({ d: 'failed' });
    expect(await outcomes('apply', body)).to.deep.equal({ d: 'failed' });
  });
});
