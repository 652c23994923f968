import { writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { run } from '../../../src/engine/run.js';
import { File } from '../../../src/resources/file/file.js';
import { secret } from '../../../src/secrets/secret.js';
import { Workbench } from './workbench.js';

describe('the report of a file', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  async function changes(attributes: ConstructorParameters<typeof File>[2]) {
    const catalog = await compile(
      manifest((site: Scope) => {
        new File(site, bench.path('f'), attributes);
      }),
    );
    const report = await run(catalog, bench.host, { mode: 'plan', stateDirectory: bench.path('state') });
    return report.resources[0]?.changes;
  }
  /** `{sha256}` and 64 digits, on both sides. */
  const checksums = (change: { from: unknown; to: unknown } | undefined) => {
    for (const side of [change?.from, change?.to]) expect(side).to.match(/^\{sha256\}[0-9a-f]{64}$/);
  };

  it('has the texts before and after', async () => {
    await writeFile(bench.path('f'), 'a\n');
    expect(await changes({ content: 'b\n' })).to.deep.equal([
      { property: 'content', from: 'a\n', to: 'b\n' },
    ]);
  });

  it('contains the texts of a source', async () => {
    await writeFile(bench.path('f'), 'a\n');
    await writeFile(bench.path('from'), 'b\n');
    expect(await changes({ source: bench.path('from') })).to.deep.equal([
      { property: 'source', from: 'a\n', to: 'b\n' },
    ]);
  });

  it('contains checksums if show_diff is false', async () => {
    await writeFile(bench.path('f'), 'a\n');
    checksums((await changes({ content: 'b\n', show_diff: false }))?.[0]);
  });

  it('describes binary content by its size and checksum', async () => {
    await writeFile(bench.path('f'), Buffer.from([0, 255]));
    const [change] = (await changes({ content: Buffer.from([0xc7, 0xd1, 0xfc]) })) ?? [];
    expect(change?.from).to.match(/^binary, 2 bytes \{sha256\}[0-9a-f]{64}$/);
    expect(change?.to).to.match(/^binary, 3 bytes \{sha256\}[0-9a-f]{64}$/);
  });

  it('contains checksums of long contents', async () => {
    await writeFile(bench.path('f'), 'a\n');
    checksums((await changes({ content: 'b'.repeat(100_000) }))?.[0]);
  });

  it('contains neither text nor checksum of a secret, nor of the previous content', async () => {
    await writeFile(bench.path('f'), 'old password\n');
    const found = await changes({ content: secret('new password\n') });
    expect(found).to.deep.equal([{ property: 'content', from: '[redacted]', to: '[redacted]' }]);
  });
});
