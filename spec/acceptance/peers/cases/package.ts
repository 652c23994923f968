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
    'takes a package back to the version that a pin makes the candidate, and says so': {
      source: 'apt_preferences(5), P >= 1000',
      prepare: `${offered}${install('2.0-1')}
        printf 'Package: %s\\nPin: version 1.19-1\\nPin-Priority: 1001\\n' "$NAME" > "/etc/apt/preferences.d/$NAME"`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: 'latest' }),
      says: /the latest version is 1\.19-1\s+by a pin of\s+apt,\s+older\s+than\s+the\s+installed\s+2\.0-1/,
      verify: isInstalled('1.19-1'),
    },
    'leaves a package alone whose pin keeps the newest version away': {
      source: 'apt_preferences(5), P < 1000',
      prepare: `${offered}${install('1.19-1')}
        printf 'Package: %s\\nPin: version 1.19-1\\nPin-Priority: 900\\n' "$NAME" > "/etc/apt/preferences.d/$NAME"`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: 'latest' }),
      inSync: true,
      verify: isInstalled('1.19-1'),
    },
    'passes a version within a range by that a pin bars': {
      source: 'apt_preferences(5), P < 0',
      prepare: `${offered}
        printf 'Package: %s\\nPin: version 1.19-1\\nPin-Priority: -1\\n' "$NAME" > "/etc/apt/preferences.d/$NAME"`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: '<2.0-1' }),
      verify: isInstalled('1.0-1'),
    },
    'installs the one package that provides a virtual one': {
      source: 'puppet acceptance/tests/provider/package/dpkg_ensure_latest_virtual_packages.rb',
      prepare: `${repository}
        pack "$NAME-real" 1.0 "Provides: $NAME"
        publish`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: 'latest', allow_virtual: true }),
      verify: `${repository}\ntest "$(version "$NAME-real")" = 1.0`,
    },
    'takes a virtual package as there that an installed one provides': {
      source: 'puppet lib/puppet/provider/package/dpkg.rb, query',
      prepare: `${repository}
        pack "$NAME-one" 1.0 "Provides: $NAME"
        pack "$NAME-two" 1.0 "Provides: $NAME"
        publish
        apt-get install -y -q "$NAME-two"`,
      manifest: (site, { name }) => void new Package(site, name, { allow_virtual: true }),
      inSync: true,
      verify: 'if dpkg -s "$NAME-one"; then exit 1; fi',
    },
    'names the packages that provide a virtual one, where there are several': {
      source: 'apt-get(8)',
      prepare: `${repository}
        pack "$NAME-one" 1.0 "Provides: $NAME"
        pack "$NAME-two" 1.0 "Provides: $NAME"
        publish`,
      manifest: (site, { name }) => void new Package(site, name, { allow_virtual: true }),
      fails: /'(\w+)' is a\s+virtual\s+package\s+that\s+2\s+packages\s+provide:\s+\1-one,\s+\1-two/,
      verify: 'if dpkg -s "$NAME-one" || dpkg -s "$NAME-two"; then exit 1; fi',
    },
    'does not take a virtual package where that is forbidden': {
      source: 'puppet lib/puppet/type/package.rb, allow_virtual',
      prepare: `${repository}
        pack "$NAME-real" 1.0 "Provides: $NAME"
        publish`,
      manifest: (site, { name }) => void new Package(site, name, { allow_virtual: false }),
      fails: /is a virtual package, and allow_virtual is false[\s\S]*you mean: \w+-real/,
      verify: 'if dpkg -s "$NAME-real"; then exit 1; fi',
    },
  },
};

export default chosenCase(peers);
