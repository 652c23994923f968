import { Package } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';
import { repository, withdraw } from '../debian-repository.js';

/** Three versions of a package in a repository of the case's own. */
const offered = `${repository}
for one in 1.0-1 1.19-1 2.0-1; do pack "$NAME" "$one"; done
publish
`;
const isInstalled = (version: string) => `${repository}\ntest "$(version "$NAME")" = ${version}`;
const install = (version: string) => `apt-get install -y -q "$NAME=${version}"`;

export const peers: PeerCases = {
  cleanup: withdraw,
  cases: {
    'installs the newest version up to a bound': {
      source: 'puppet acceptance/tests/provider/package/apt_install_package_with_range.rb',
      prepare: offered,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '<=1.19-1' }),
      verify: isInstalled('1.19-1'),
    },
    'upgrades a package that is below a bound': {
      source: 'puppet acceptance/tests/provider/package/apt_install_package_with_range.rb',
      prepare: `${offered}${install('1.19-1')}`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '>1.19-1' }),
      verify: isInstalled('2.0-1'),
    },
    'leaves a version alone that is inside of a range, although there is a newer one': {
      source: 'puppet lib/puppet/provider/package/apt.rb, insync?',
      prepare: `${offered}${install('1.19-1')}`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '>=1.0 <3' }),
      inSync: true,
      verify: isInstalled('1.19-1'),
    },
    'goes back to a range that the installed version is above of': {
      source: 'puppet lib/puppet/provider/package/apt.rb, best_version',
      prepare: `${offered}${install('2.0-1')}`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '>=1.0 <2.0' }),
      verify: isInstalled('1.19-1'),
    },
    'orders versions as dpkg does': {
      source: 'puppet spec/unit/util/package/version/debian_spec.rb',
      prepare: `${repository}
        for one in 1.9-1 1.10~rc1-1 1.10-1 1:0.1-1; do pack "$NAME" "$one"; done
        publish`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '>1.9-1 <1.10-1' }),
      verify: isInstalled('1.10~rc1-1'),
    },
    'fails where no version is inside of a range': {
      source: 'puppet lib/puppet/provider/package/apt.rb, best_version',
      prepare: offered,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '>=3.0 <4.0' }),
      fails: /apt has no version within '>=3\.0 <4\.0' of the package '\w+'[\s\S]*it has 2\.0-1, 1\.19-1/,
      verify: 'if dpkg -s "$NAME"; then exit 1; fi',
    },
    'refuses alternatives of ranges': {
      source: 'puppet lib/puppet/util/package/version/range.rb',
      manifest: (site, { name }) => void new Package(site, name, { ensure: '<1.0 || >2.0' }),
      refused: /there is no '\|\|' in ranges/,
      verify: 'if dpkg -s "$NAME"; then exit 1; fi',
    },
  },
};

export default chosenCase(peers);
