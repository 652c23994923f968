import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import type { Report } from '../../src/engine/report.js';
import { LocalHost } from '../../src/hosts/local/local-host.js';
import { File } from '../../src/resources/index.js';
import { converge } from '../resources/converge.js';

describe('resources that are one file on the host', () => {
  let directory: string;
  const at = (name: string) => join(directory, name);
  const apply = (body: (site: Scope) => void, mode: 'apply' | 'plan' = 'apply'): Promise<Report> =>
    converge(new LocalHost(), body, { mode, stateDirectory: at('state') });
  const reasons = ({ resources }: Report) =>
    resources.map(({ reference, outcome, reason }) => `${reference} ${outcome}: ${reason}`);

  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'glance-apply-one-file-')));
    mkdirSync(at('real'));
    symlinkSync('real', at('linked'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('both fail with the source location of the other one, and neither is changed', async () => {
    const body = (site: Scope) => {
      new File(site, at('real/file'), { content: 'a' });
      new File(site, at('linked/file'), { content: 'b' });
      new File(site, at('real/other'), { content: 'c' });
    };
    for (const mode of ['plan', 'apply'] as const) {
      const report = await apply(body, mode);
      const failed = report.resources.filter(({ outcome }) => outcome === 'failed');
      expect(failed.map(({ reference }) => reference)).to.have.members([
        `File[${at('real/file')}]`,
        `File[${at('linked/file')}]`,
      ]);
      const [first] = failed;
      expect(first?.reason).to.match(
        /^on this host it is the same file as File\[.*\/linked\/file\], which is declared at .*same-file\.spec\.ts:\d+:\d+: .*\/real\/file; keep one of them$/,
      );
    }
    expect(() => readFileSync(at('real/file'))).to.throw('ENOENT');
    expect(readFileSync(at('real/other'), 'utf8')).to.equal('c');
  });

  it('are two files if one is a link to the other, unless the link is followed', async () => {
    symlinkSync('real/file', at('link'));
    const both = (links: 'manage' | 'follow') => (site: Scope) => {
      new File(site, at('real/file'), { content: 'a' });
      new File(site, at('link'), links === 'follow' ? { links, content: 'a' } : { target: 'real/file' });
    };
    expect((await apply(both('manage'))).summary).to.include({ failed: 0 });
    expect(reasons(await apply(both('follow'))).join('\n')).to.contain('it is the same file as');
  });

  it('are two files if they are hard links, because a change separates them', async () => {
    writeFileSync(at('one'), 'old');
    linkSync(at('one'), at('two'));
    const report = await apply((site) => {
      new File(site, at('one'), { content: 'a' });
      new File(site, at('two'), { content: 'b' });
    });
    expect(report.summary).to.include({ changed: 2, failed: 0 });
    expect([readFileSync(at('one'), 'utf8'), readFileSync(at('two'), 'utf8')]).to.deep.equal(['a', 'b']);
  });

  it('are refused during compilation if the paths alone show it', async () => {
    const twice = (other: string) => (site: Scope) => {
      new File(site, at('real/file'), {});
      new File(site, other, {});
    };
    for (const other of [
      `${at('real')}//file`,
      `${at('real/file')}/`,
      at('.').concat('/real/../real/file'),
    ]) {
      expect(await apply(twice(other)).catch(String), other).to.match(/are both about '.*\/real\/file'/);
    }
  });
});
