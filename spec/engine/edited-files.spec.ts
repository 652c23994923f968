import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import type { RunEvent } from '../../src/engine/events.js';
import { FileLine, IniSetting } from '../../src/resources/index.js';
import { thisMachine } from '../hosts/this-machine.js';
import { converge } from '../resources/converge.js';

describe('files that a run has edited', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'glance-apply-edited-'));
    path = join(directory, 'file');
    writeFileSync(path, 'x = 0\n');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const apply = async (body: (site: Scope) => void) => {
    const warnings: string[] = [];
    const listener = (event: RunEvent) => {
      if (event.type === 'warning') warnings.push(event.diagnostic.message);
    };
    const report = await converge(thisMachine(), body, {
      listener,
      stateDirectory: join(directory, 'state'),
    });
    return { report, warnings };
  };

  it('are read again, and resources that undo each other are named and not reported as drift', async () => {
    const body = (site: Scope) => {
      const line = new FileLine(site, 'one', { path, line: 'x = 1', match: '^x' });
      new IniSetting(site, 'two', { path, setting: 'x', value: '2', require: line });
    };
    for (const _round of ['first', 'second']) {
      const { report, warnings } = await apply(body);
      expect(report.summary).to.include({ changed: 2, failed: 0 });
      expect(warnings).to.deep.equal(['File_line[one]: something else that this run changed has undone it']);
      expect(report.resources.find(({ reference }) => reference === 'File_line[one]')?.corrective).to.equal(
        false,
      );
    }
  });

  it('are not read again if nothing was changed, and cause no warning if all edits last', async () => {
    const body = (site: Scope) => {
      new FileLine(site, 'one', { path, line: '# one' });
      new IniSetting(site, 'two', { path, setting: 'x', value: '2' });
    };
    expect((await apply(body)).warnings).to.deep.equal([]);
    expect((await apply(body)).report.summary).to.include({ changed: 0 });
    writeFileSync(path, '# one\n');
    const { report } = await apply(body);
    expect(report.resources.map(({ reference, corrective }) => [reference, corrective])).to.deep.equal([
      ['Ini_setting[two]', true],
    ]);
  });
});
