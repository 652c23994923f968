import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { explain, type Hierarchy } from '../../../src/data/hierarchy/index.js';
import { ask, goldenFolder, openGolden, type Recorded, readRecorded } from '../../data/hierarchy/golden.js';

const installed = spawnSync('puppet', ['--version']).status === 0;

describe('Hiera 5, held against the Puppet of this machine', () => {
  let data: Hierarchy;

  before(async function () {
    if (!installed) {
      console.log('      puppet is not installed: apt-get install puppet-agent');
      this.skip();
    }
    data = await openGolden();
  });

  it('finds the same for every key, asked now', () => {
    const said = JSON.parse(
      execFileSync('ruby', [join(goldenFolder, 'record.rb')], { encoding: 'utf8', maxBuffer: 1 << 26 }),
    ) as Recorded[];
    expect(said).to.have.length.greaterThan(120);
    expect(said, 'what was recorded still holds').to.deep.equal(readRecorded());
    for (const { key, merge, ...answer } of said) {
      const ours = ask(data, { key, merge });
      if (answer.error === undefined) expect(ours, key).to.deep.equal(answer);
      else expect(ours, key).to.have.property('error');
    }
  });

  describe('with puppet lookup itself', () => {
    let codedir: string;
    before(async () => {
      codedir = mkdtempSync(join(tmpdir(), 'glance-apply-lookup-'));
      await mkdir(join(codedir, 'environments'));
      symlinkSync(join(goldenFolder, 'environment'), join(codedir, 'environments/production'));
    });
    after(() => rmSync(codedir, { recursive: true, force: true }));

    const puppet = (...words: string[]) =>
      spawnSync(
        'puppet',
        [
          'lookup',
          ...words,
          ...['--node', 'web1.example.com', '--facts', join(goldenFolder, 'facts.json')],
          ...['--codedir', codedir, '--confdir', join(codedir, 'conf'), '--vardir', join(codedir, 'var')],
          ...['--hiera_config', join(goldenFolder, 'global/hiera.yaml'), '--environment', 'production'],
        ],
        { encoding: 'utf8' },
      );

    for (const key of ['users', 'in_fact', 'web::settings', 'knocked_hash', 'read_octal']) {
      it(`finds the same for ${key}`, () => {
        const { stdout, stderr } = puppet(key, '--render-as', 'json');
        expect(data.lookup(key)?.value, stderr).to.deep.equal(JSON.parse(stdout));
      });
    }

    for (const key of ['users', 'scalar_first', 'packages', 'web::port']) {
      it(`looks for ${key} in the same files, and finds it in the same ones`, () => {
        const { stdout } = puppet(key, '--explain', '--merge', 'deep');
        const asked = searched(stdout, key).map(([path, found]) => [inData(path), found] as const);
        const ours = explain(data, key, 'deep').layers.flatMap(({ levels }) =>
          levels.flatMap(({ files }) =>
            files.map(
              ({ path, outcome }) => [inData(path), outcome === 'used' || outcome === 'overridden'] as const,
            ),
          ),
        );
        // Puppet names a module's defaults only where nothing else has the key.
        expect(ours.filter(([path]) => !path.endsWith('defaults.yaml'))).to.deep.equal(asked);
      });
    }

    /** A path without what leads to the data set, which Puppet reaches through a link. */
    function inData(path: string): string {
      return path.replace(join(codedir, 'environments/production'), 'environment').replace(goldenFolder, '');
    }
  });
});

/** The files that Puppet says it looked a key up in, and whether they have it. */
function searched(explanation: string, key: string): [string, boolean][] {
  // How it looked for lookup_options comes first, in the same files.
  const own = explanation.slice(explanation.indexOf(`Searching for "${key}"`));
  const files: [string, boolean][] = [];
  for (const line of own.split('\n')) {
    const [, path] = /^ +Path "(.*)"$/.exec(line) ?? [];
    const last = files.at(-1);
    if (path !== undefined) files.push([path, false]);
    else if (last !== undefined && line.includes(`Found key: "${key}"`)) last[1] = true;
  }
  return files;
}
