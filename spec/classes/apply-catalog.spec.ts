import { expect } from 'chai';
import { applyCatalog } from '../../src/classes/apply-catalog.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';

describe('applyCatalog', () => {
  const catalog = {
    resources: [
      {
        type: 'File_line',
        title: 'hello',
        file: '/site.pp',
        line: 3,
        parameters: { path: '/etc/motd', line: 'hello' },
      },
    ],
  };
  const lines = async (host: SimulatedHost) => String((await host.files.read(['/etc/motd']))[0]);

  it('applies a catalog in JSON with the types of the library, and changes nothing in the second run', async () => {
    const host = new SimulatedHost({ files: { '/etc/motd': 'welcome\n' } });
    const source = JSON.stringify(catalog);
    expect((await applyCatalog(source, host)).summary).to.include({ changed: 1, total: 1 });
    expect(await lines(host)).to.equal('welcome\nhello\n');
    expect((await applyCatalog(source, host)).summary).to.include({ changed: 0, unchanged: 1 });
  });

  it('plans a catalog, and changes nothing', async () => {
    const host = new SimulatedHost({ files: { '/etc/motd': 'welcome\n' } });
    const report = await applyCatalog(catalog, host, { mode: 'plan' });
    expect(report.resources.map(({ reference, outcome }) => [reference, outcome])).to.deep.equal([
      ['File_line[hello]', 'will'],
    ]);
    expect(await lines(host)).to.equal('welcome\n');
  });

  it('refuses an invalid catalog, with the source location that the catalog contains', async () => {
    const [resource] = catalog.resources;
    const wrong = { resources: [{ ...resource, parameters: { path: 'etc/motd', line: 'x' } }] };
    const error = await applyCatalog(wrong, new SimulatedHost()).catch((reason: unknown) => String(reason));
    expect(error).to.contain('/site.pp:3').and.to.contain('an absolute path');
  });

  it('knows only the given types', async () => {
    const error = await applyCatalog(catalog, new SimulatedHost(), { types: new Map() }).catch(String);
    expect(error).to.contain('File_line');
  });
});
