import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { run } from '../../../src/engine/run.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { LocalHost } from '../../../src/hosts/local/local-host.js';
import { StateBench } from './state-bench.js';

describe('backups', () => {
  const content = Buffer.from('before');
  const sum = createHash('sha256').update(content).digest('hex');
  let bench: StateBench;
  beforeEach(async () => {
    bench = await StateBench.open();
  });

  it('are stored once per checksum, and recorded each time with path and time in the index', async () => {
    await bench.directory.backup('/etc/a', content);
    await bench.directory.backup('/etc/b', content);
    expect(await bench.text(`backups/${sum}`)).to.equal('before');
    const index = ((await bench.text('backups/index.ndjson')) ?? '').split('\n').filter(Boolean);
    const entries = index.map((line) => JSON.parse(line) as { path: string; sha256: string });
    expect(entries.map(({ path }) => path)).to.deep.equal(['/etc/a', '/etc/b']);
    expect(entries.map(({ sha256 }) => sha256)).to.deep.equal([sum, sum]);
  });

  it('are written again if the stored one is damaged', async () => {
    await bench.directory.backup('/etc/a', content);
    for (const damaged of ['', 'befor', 'beforE', 'before\n']) {
      bench.put(`backups/${sum}`, damaged);
      await bench.directory.backup('/etc/a', content);
      expect(await bench.text(`backups/${sum}`)).to.equal('before');
    }
  });

  it('do not contain confidential content, of which the index records only path and time', async () => {
    await bench.directory.backup('/etc/a', undefined);
    const [line = ''] = ((await bench.text('backups/index.ndjson')) ?? '').split('\n').filter(Boolean);
    expect(JSON.parse(line))
      .to.include({ path: '/etc/a', confidential: true })
      .and.not.to.have.property('sha256');
    expect(await bench.host.files.list('/state/backups')).to.deep.equal(['index.ndjson']);
  });

  it('are refused if the index cannot be written, even if only path and time are to be recorded', async () => {
    bench.host.files.faults.add('/state/backups/index.ndjson', 'ENOSPC', 'change');
    for (const [kept, bucket] of [[undefined], [content], [content, '/bucket']] as const) {
      const error = await bench.directory.backup('/etc/a', kept, bucket).catch((thrown: Error) => thrown);
      expect(String(error)).to.include('/state/backups/index.ndjson');
    }
  });

  it('are not written again if the stored one is intact', async () => {
    await bench.directory.backup('/etc/a', content);
    bench.host.files.faults.add(`/state/backups/${sum}`, 'EROFS', 'change');
    await bench.directory.backup('/etc/a', content);
    expect(await bench.text(`backups/${sum}`)).to.equal('before');
  });
});

describe('a state directory that other users can change', () => {
  let base: string;
  let state: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'glance-apply-state-'));
    state = join(base, 'above/state');
    mkdirSync(state, { recursive: true, mode: 0o700 });
  });
  afterEach(() => rmSync(base, { recursive: true }));

  const refusal = async (mode: 'apply' | 'plan', stateDirectory = state) => {
    const host = new LocalHost({ lockFile: join(base, 'lock') });
    try {
      await run(await compile(manifest(() => {})), host, { mode, stateDirectory });
    } catch (error) {
      if (GlanceApplyError.is(error)) return `${error.diagnostics[0]?.code}: ${error.message}`;
      throw error;
    }
    return 'none';
  };

  const attacks: readonly (readonly [name: string, attack: () => void, words: RegExp])[] = [
    [
      'because of its mode',
      () => chmodSync(state, 0o777),
      /cannot rely on the state directory .*state can be changed by everybody/,
    ],
    [
      'because of a directory above it',
      () => chmodSync(join(base, 'above'), 0o757),
      /above can be changed by everybody \(mode 0757\)/,
    ],
    [
      'because of a file in it',
      () => {
        writeFileSync(join(state, 'journal.ndjson'), '');
        chmodSync(join(state, 'journal.ndjson'), 0o666);
      },
      /journal\.ndjson can be changed by everybody/,
    ],
    [
      'because of a link in it to a shared directory',
      () => {
        mkdirSync(join(base, 'open'));
        chmodSync(join(base, 'open'), 0o777);
        symlinkSync(join(base, 'open'), join(state, 'backups'));
      },
      /open can be changed by everybody/,
    ],
    [
      'because of a folder for programs in it',
      () => {
        mkdirSync(join(state, 'py3compile'));
        chmodSync(join(state, 'py3compile'), 0o777);
      },
      /py3compile can be changed by everybody/,
    ],
  ];
  for (const [name, attack, words] of attacks) {
    it(`is refused by plan and apply, ${name}, before anything is written to it`, async () => {
      attack();
      const before = readdirSync(state);
      for (const mode of ['plan', 'apply'] as const)
        expect(await refusal(mode))
          .to.match(/^state\.foreign: /)
          .and.to.match(words)
          .and.to.match(/--state-dir/);
      expect(readdirSync(state)).to.deep.equal(before);
    });
  }

  it('is not created below a directory that other users can change', async () => {
    chmodSync(join(base, 'above'), 0o777);
    expect(await refusal('apply', join(base, 'above/new'))).to.match(/above can be changed by everybody/);
    expect(existsSync(join(base, 'above/new'))).to.equal(false);
  });

  it('is created in a shared directory with the sticky bit', async () => {
    chmodSync(join(base, 'above'), 0o1777);
    expect(await refusal('apply', join(base, 'above/new'))).to.equal('none');
    expect(await refusal('apply', join(base, 'above/new'))).to.equal('none');
  });
});
