import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';
import { languages } from '../peers/language-packages.js';

const REGISTRY = 'http://127.0.0.1:8099';

/** Version 1.0 (1.0.0 of npm) of a package named `known`, in an index of each tool's own. */
const INDEXES = `
export DIR=/srv
${languages}
wheel known 1.0
gem_file known 1.0
index
tarball known 1.0.0
printf '\\nprefix=/srv/npm\\n' >> /root/.npmrc
mkdir -p /srv/registry
mv /srv/known-1.0.0.tgz /srv/registry
printf '{"name": "known", "dist-tags": {"latest": "1.0.0"}, "versions": {"1.0.0": {"name": "known", "version": "1.0.0", "dist": {"tarball": "${REGISTRY}/known-1.0.0.tgz"}}}}' > /srv/registry/known
cd /srv/registry
python3 -m http.server --bind 127.0.0.1 8099 > /dev/null 2>&1 &
`;

const kinds = {
  pip: {
    version: '1.0',
    options: ['--break-system-packages', '--no-index', '--find-links', '/srv/wheels'],
  },
  gem: { version: '1.0', options: ['--clear-sources', '--source', 'file:///srv/gems'] },
  npm: { version: '1.0.0', options: [`--registry=${REGISTRY}`] },
};

describe('packages of languages that their tools can and cannot have, on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
    const tools = ['python3-pip', 'ruby'];
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...tools]);
    await host.must(['sh', '-ec', INDEXES]);
  });
  after(() => host?.stop());

  for (const [provider, { version, options }] of Object.entries(kinds)) {
    it(`are planned as ${provider} then installs them, or fails to`, async () => {
      const common = { provider, install_options: options };
      const missing = {
        package: {
          'no name': { ...common, name: 'nosuch-package' },
          'no version': { ...common, name: 'known', ensure: '9.9.9' },
        },
      };
      for (const command of ['plan', 'apply'] as const) {
        const told = await runResources(host, missing, command);
        expect(told.of('failed'), command).to.deep.equal(['Package[no name]', 'Package[no version]']);
      }
      const there = { package: { known: { ...common, ensure: version } } };
      expect((await runResources(host, there, 'plan')).of('will')).to.deep.equal(['Package[known]']);
      expect((await runResources(host, there)).of('changed')).to.deep.equal(['Package[known]']);
    });
  }
});
