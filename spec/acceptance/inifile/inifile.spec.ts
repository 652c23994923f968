import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import fc from 'fast-check';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { IniSetting, IniSubsetting } from '../../../src/resources/index.js';
import { converge } from '../../resources/converge.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { type Case, settingCases, subsettingCases } from './cases.js';

/** Where a newer release of the module than Debian's was unpacked: its folder `lib`. */
const newer = process.env.GLANCE_APPLY_INIFILE;
/** Where Debian's package puts the module. */
const packaged = '/usr/share/puppet/modules.available/puppetlabs-inifile/lib';
const inHost = '/srv/inifile';
const release = { severalValues: newer !== undefined };
const SEED = 20260101;
const CASES = 1000;

const path = '/srv/settings.ini';
const types = { ini_setting: IniSetting, ini_subsetting: IniSubsetting };

/** What becomes of a file here: all edits in one run. */
async function ours({ type, text, edits }: Case): Promise<string> {
  const host = new SimulatedHost({ files: { [path]: text } });
  const apply = () =>
    converge(host, (site) => {
      for (const [index, edit] of edits.entries()) new types[type](site, `${index}`, { path, ...edit });
    });
  await apply();
  const [content] = await host.files.read([path]);
  expect((await apply()).resources, `a second run of ${JSON.stringify({ text, edits })}`).to.deep.equal([]);
  return String(content);
}

describe('Files of settings, edited by puppetlabs-inifile and by this', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost(newer === undefined ? {} : { [inHost]: newer });
    await host.must(['apt-get', 'update', '-q']);
    const packages = ['puppet-agent', 'puppet-module-puppetlabs-inifile'];
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages]);
  });
  after(() => host?.stop());

  for (const [what, cases] of [
    ['settings', settingCases(release)],
    ['words of settings', subsettingCases()],
  ] as const) {
    it(`are the same byte for byte, whatever ${what} are changed`, async () => {
      const sample = fc.sample<Case>(cases, { seed: SEED, numRuns: CASES });
      const script = await readFile(fileURLToPath(new URL('apply-edits.rb', import.meta.url)), 'utf8');
      await host.must(['sh', '-c', 'cat > /root/apply-edits.rb'], { input: script });
      const module = newer === undefined ? packaged : inHost;
      const theirs = JSON.parse(
        await host.must(['ruby', '/root/apply-edits.rb', module], { input: JSON.stringify(sample) }),
      ) as string[];
      expect(theirs).to.have.length(CASES);
      for (const [index, one] of sample.entries()) {
        expect(await ours(one), JSON.stringify(one)).to.equal(theirs[index]);
      }
    });
  }
});
