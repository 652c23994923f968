import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { run } from '../../../src/engine/run.js';
import { allStateFiles } from '../../../src/engine/state/state-files.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { thisMachine } from '../../hosts/this-machine.js';
import { inDirectory } from '../../resources/converge.js';
import { Bench, outcomes, Thing } from '../world.js';

describe('something at the path of a file of the state directory', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const odd: Readonly<Record<string, (path: string) => unknown>> = {
    'a directory': (path) => mkdir(path),
    'a link': (path) => symlink('/nowhere', path),
    'a pipe': (path) => execFileSync('mkfifo', [path]),
  };

  /** Runs where `state` was prepared; gives why the run did not take place. */
  const refusal = (mode: 'plan' | 'apply', prepare: (state: string) => Promise<unknown>) =>
    inDirectory(async (directory) => {
      const stateDirectory = join(directory, 'state');
      await prepare(stateDirectory);
      const catalog = await bench.compile((site) => void new Thing(site, 'a', { value: '1' }));
      const options = { mode, stateDirectory, providers: bench.world.providers };
      const why = await run(catalog, thisMachine(), options).then(
        () => '',
        (error: Error) => error.message,
      );
      return why.replaceAll(stateDirectory, 'STATE');
    });

  for (const [what, make] of Object.entries(odd)) {
    it(`that is ${what} prevents a run, and the error says what to do`, async () => {
      for (const mode of ['plan', 'apply'] as const) {
        const why = await refusal(mode, async (state) => {
          await mkdir(join(state, 'backups'), { recursive: true });
          for (const name of allStateFiles) await make(join(state, name));
        });
        expect(why.split('\n').filter((line) => line.startsWith('STATE'))).to.deep.equal(
          allStateFiles.map(
            (name) => `STATE/${name} is ${what}, but must be a file: runs store their state in it`,
          ),
        );
        expect(why).to.include('move it away: the next run creates a new one');
      }
      expect(bench.world.log).to.deep.equal([]);
    });
  }

  it('prevents a run at the paths of folders too, which may be links', async () => {
    expect(await refusal('apply', (state) => writeFile(state, ''))).to.match(
      /^STATE is a file, but must be a directory/,
    );
    const prepare = async (state: string) => {
      await mkdir(state);
      await writeFile(join(state, 'backups'), '');
    };
    expect(await refusal('apply', prepare)).to.match(/^STATE\/backups is a file, but must be a directory/);
    const linked = async (state: string) => {
      await mkdir(`${state}-elsewhere/backups`, { recursive: true });
      await symlink(`${state}-elsewhere`, state);
    };
    expect(await refusal('apply', linked)).to.equal('');
  });

  it('is not changed', async () => {
    await inDirectory(async (directory) => {
      await mkdir(join(directory, 'ledger.json'));
      const catalog = await bench.compile((site) => void new Thing(site, 'a', { value: '1' }));
      const options = { stateDirectory: directory, providers: bench.world.providers };
      await run(catalog, thisMachine(), options).catch(() => undefined);
      expect(await readdir(directory)).to.deep.equal(['ledger.json']);
    });
  });

  for (const code of ['EACCES', 'EPERM']) {
    it(`that cannot be read (${code}) does not prevent a plan`, async () => {
      const host = new SimulatedHost();
      for (const name of allStateFiles) host.files.faults.add(`/state/${name}`, code, 'read');
      const catalog = await bench.compile((site) => void new Thing(site, 'a', { value: '1' }));
      const options = { mode: 'plan', stateDirectory: '/state', providers: bench.world.providers } as const;
      expect(outcomes(await run(catalog, host, options))).to.deep.equal({ a: 'will' });
    });
  }
});
