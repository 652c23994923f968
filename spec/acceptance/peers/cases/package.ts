import { Package } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';
import { repository, withdraw } from '../debian-repository.js';
import { languages, unlearn } from '../language-packages.js';

/** Three versions of a package in a repository of the case's own. */
const offered = `${repository}
for one in 1.0-1 1.19-1 2.0-1; do pack "$NAME" "$one"; done
publish
`;
const isInstalled = (version: string) => `${repository}\ntest "$(version "$NAME")" = ${version}`;
const install = (version: string) => `apt-get install -y -q "$NAME=${version}"`;

/** A file of version 2.0 for dpkg, and one of 1.0 that is installed. */
const upgradable = `${repository}
pack "$NAME" 1.0
pack "$NAME" 2.0
dpkg --install "$DIR/repo/\${NAME}_1.0.deb"
`;

/** Versions of a package of Python, and how pip finds them alone. */
const wheels = `${languages}
for one in 1.0 1.5 2.0 2.1rc1; do wheel "$NAME" "$one"; done
`;
const fromWheels = (dir: string) => [
  '--break-system-packages',
  '--no-index',
  { '--find-links': `${dir}/wheels` },
];
const installWheel = (version: string) =>
  `pip install -q --break-system-packages --no-index --find-links wheels "$NAME==${version}"`;
const isPython = (version: string) => `${languages}\ntest "$(python_version "$NAME")" = "${version}"`;

/** Versions of a gem, and how gem finds them alone. */
const gems = `${languages}
for one in 0.6.0 0.8.0 1.0.0; do gem_file "$NAME" "$one"; done
index
`;
const fromGems = (dir: string) => ['--clear-sources', '--source', `file://${dir}/gems`];
const installGem = (version: string) => `gem install --no-document --local "gems/gems/$NAME-${version}.gem"`;
const areGems = (versions: string) => `${languages}\ntest "$(gem_versions "$NAME")" = "${versions}"`;

const noNpm = { notApplicable: "Debian has no module with Puppet's provider for npm" };
/** Global packages go where the host may write. */
const npmPrefix = 'printf "\\nprefix=%s\\n" "$DIR/npm" >> /root/.npmrc';
const noPrefix = 'sed -i "/^prefix=/d" /root/.npmrc';

export const peers: PeerCases = {
  packages: ['python3-pip', 'python3-venv', 'ruby'],
  cleanup: `${withdraw}${unlearn}`,
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
      refused: /have no '\|\|'/,
      verify: 'if dpkg -s "$NAME"; then exit 1; fi',
    },
    'takes a package back to the version that a pin makes the candidate, and says so': {
      source: 'apt_preferences(5), P >= 1000',
      prepare: `${offered}${install('2.0-1')}
        printf 'Package: %s\\nPin: version 1.19-1\\nPin-Priority: 1001\\n' "$NAME" > "/etc/apt/preferences.d/$NAME"`,
      manifest: (site, { name }) => void new Package(site, name, { ensure: 'latest' }),
      puppet: { differs: '0035' },
      says: /a pin of apt makes 1\.19-1 the latest version, which is older than the installed 2\.0-1/,
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
      puppet: { differs: '0035' },
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
      fails: /is a virtual package, and allow_virtual is false[\s\S]*one of its providers: \w+-real/,
      puppet: { differs: '0035' },
      verify: 'if dpkg -s "$NAME-real"; then exit 1; fi',
    },
    'has nothing to purge of what was never installed': {
      source: 'puppet acceptance/tests/resource/package/does_not_exist.rb',
      manifest: (site, { name }) => void new Package(site, name, { ensure: 'purged' }),
      inSync: true,
    },
    'installs a file with dpkg': {
      source: 'puppet spec/unit/provider/package/dpkg_spec.rb, install',
      prepare: `${repository}\npack "$NAME" 1.0`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'dpkg', source: `${dir}/repo/${name}_1.0.deb` }),
      verify: isInstalled('1.0'),
    },
    'upgrades to the version of a file with dpkg': {
      source: 'puppet spec/unit/provider/package/dpkg_spec.rb, latest',
      prepare: upgradable,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'dpkg',
          ensure: 'latest',
          source: `${dir}/repo/${name}_2.0.deb`,
        }),
      verify: isInstalled('2.0'),
    },
    'leaves an installed package alone for dpkg, whatever version its file has': {
      source: 'puppet lib/puppet/type/package.rb, ensure present',
      prepare: upgradable,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'dpkg', source: `${dir}/repo/${name}_2.0.deb` }),
      inSync: true,
      verify: isInstalled('1.0'),
    },
    'keeps a hold over an upgrade with dpkg': {
      source: 'puppet acceptance/tests/provider/package/dpkg_hold_true_should_preserve_version.rb',
      prepare: `${upgradable}echo "$NAME hold" | dpkg --set-selections`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'dpkg',
          ensure: 'latest',
          mark: 'hold',
          source: `${dir}/repo/${name}_2.0.deb`,
        }),
      verify: `${isInstalled('2.0')}\ndpkg --get-selections "$NAME" | grep hold`,
    },
    'removes a package with dpkg': {
      source: 'puppet spec/unit/provider/package/dpkg_spec.rb, uninstall',
      prepare: upgradable,
      manifest: (site, { name }) => void new Package(site, name, { provider: 'dpkg', ensure: 'absent' }),
      verify: 'if dpkg -s "$NAME"; then exit 1; fi',
    },
    'fails to install without a file with dpkg': {
      source: 'puppet spec/unit/provider/package/dpkg_spec.rb, install without a source',
      manifest: (site, { name }) => void new Package(site, name, { provider: 'dpkg' }),
      fails: /dpkg has no repositories/,
      verify: 'if dpkg -s "$NAME"; then exit 1; fi',
    },
    'refuses a version for dpkg': {
      source: 'puppet lib/puppet/provider/package/dpkg.rb, which is not versionable',
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'dpkg', ensure: '1.0', source: `${dir}/one.deb` }),
      refused: /its\s+source\s+determines\s+the\s+version/,
      verify: 'if dpkg -s "$NAME"; then exit 1; fi',
    },
    'installs a package of Python': {
      source: 'puppet acceptance/tests/provider/package/pip.rb',
      prepare: wheels,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'pip', install_options: fromWheels(dir) }),
      verify: isPython('2.0'),
    },
    'installs the newest package of Python within a range': {
      source: 'puppet acceptance/tests/provider/package/pip.rb',
      prepare: wheels,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'pip3',
          ensure: '>=1.0 <2.0',
          install_options: fromWheels(dir),
        }),
      verify: isPython('1.5'),
    },
    'goes back to an older version of a package of Python': {
      source: 'puppet acceptance/tests/provider/package/pip.rb',
      prepare: `${wheels}${installWheel('1.5')}`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'pip', ensure: '1.0', install_options: fromWheels(dir) }),
      verify: isPython('1.0'),
    },
    'takes a version of Python in another spelling for the same': {
      source: 'puppet spec/unit/util/package/version/pip_spec.rb',
      prepare: `${wheels}${installWheel('2.0')}`,
      manifest: (site, { name }) => void new Package(site, name, { provider: 'pip', ensure: 'v2.0.0' }),
      inSync: true,
    },
    'upgrades a package of Python to its latest release': {
      source: 'puppet acceptance/tests/provider/package/pip.rb',
      prepare: `${wheels}${installWheel('1.0')}`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'pip', ensure: 'latest', install_options: fromWheels(dir) }),
      verify: isPython('2.0'),
      puppet: { differs: '0035' },
    },
    'installs a package of Python from a file': {
      source: 'pip(1)',
      prepare: wheels,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'pip',
          source: `${dir}/wheels/${name}-1.5-py3-none-any.whl`,
          install_options: ['--break-system-packages', '--no-index'],
        }),
      verify: isPython('1.5'),
      puppet: { differs: '0035' },
    },
    'installs a package of Python in a virtual environment': {
      source: 'puppet lib/puppet/type/package.rb, command',
      prepare: `${wheels}python3 -m venv venv`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'pip',
          command: `${dir}/venv/bin/pip`,
          install_options: ['--no-index', { '--find-links': `${dir}/wheels` }],
        }),
      verify: `venv/bin/pip list | grep "^$NAME "\nif pip list | grep "^$NAME "; then exit 1; fi`,
    },
    'removes a package of Python': {
      source: 'puppet acceptance/tests/provider/package/pip.rb',
      prepare: `${wheels}${installWheel('1.0')}`,
      manifest: (site, { name }) =>
        void new Package(site, name, {
          provider: 'pip',
          ensure: 'absent',
          uninstall_options: ['--break-system-packages'],
        }),
      verify: isPython(''),
      puppet: { differs: '0035' },
    },
    "passes on that the system's Python is not pip's to change": {
      source: 'PEP 668',
      prepare: wheels,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'pip',
          install_options: ['--no-index', { '--find-links': `${dir}/wheels` }],
        }),
      fails:
        /externally-managed-environment[\s\S]*set\s+command\s+to\s+the\s+pip\s+of\s+a\s+virtual\s+environment/,
      verify: isPython(''),
    },
    'fails where pip knows no version within a range, and says which there are': {
      source: 'puppet lib/puppet/provider/package/pip.rb, best_version',
      prepare: wheels,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'pip', ensure: '>3.0', install_options: fromWheels(dir) }),
      fails: /from\s+versions:\s+1\.0,\s+1\.5,\s+2\.0/,
      verify: isPython(''),
    },
    'installs a gem from a file': {
      source: 'puppet spec/unit/provider/package/gem_spec.rb, source',
      prepare: gems,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'gem', source: `${dir}/gems/gems/${name}-0.8.0.gem` }),
      verify: areGems('0.8.0'),
    },
    'installs a gem within a range': {
      source: 'puppet acceptance/tests/provider/package/gem.rb',
      prepare: gems,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'gem',
          ensure: '>0.5 <0.7',
          install_options: fromGems(dir),
        }),
      verify: areGems('0.6.0'),
    },
    'installs a gem within a range beside another version': {
      source: 'puppet acceptance/tests/provider/package/gem.rb',
      prepare: `${gems}${installGem('0.6.0')}`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'gem',
          ensure: '~> 0.7',
          install_options: fromGems(dir),
        }),
      verify: areGems('0.8.0, 0.6.0'),
    },
    'leaves a gem alone of which one version is in sync': {
      source: 'puppet spec/unit/provider/package/gem_spec.rb, insync?',
      prepare: `${gems}${installGem('0.6.0')}\n${installGem('1.0.0')}`,
      manifest: (site, { name }) => void new Package(site, name, { provider: 'gem', ensure: '0.6.0' }),
      inSync: true,
      verify: areGems('1.0.0, 0.6.0'),
    },
    'upgrades a gem to its latest version': {
      source: 'puppet spec/unit/provider/package/gem_spec.rb, latest',
      prepare: `${gems}${installGem('0.6.0')}`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'gem', ensure: 'latest', install_options: fromGems(dir) }),
      verify: areGems('1.0.0, 0.6.0'),
      puppet: { notApplicable: 'it asks rubygems.org for the latest version, whatever the options are' },
    },
    'removes all versions of a gem': {
      source: 'puppet acceptance/tests/provider/package/gem.rb',
      prepare: `${gems}${installGem('0.6.0')}\n${installGem('1.0.0')}`,
      manifest: (site, { name }) => void new Package(site, name, { provider: 'gem', ensure: 'absent' }),
      verify: areGems(''),
    },
    'fails where gem does not find the declared version': {
      source: 'puppet spec/unit/provider/package/gem_spec.rb, install',
      prepare: gems,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, { provider: 'gem', ensure: '>2', install_options: fromGems(dir) }),
      fails: /Could\s+not\s+find\s+a\s+valid\s+gem/,
      verify: areGems(''),
    },
    'installs a package of npm from a file': {
      source: 'puppet-nodejs lib/puppet/provider/package/npm.rb, install',
      prepare: `${languages}\ntarball "$NAME" 1.2.3\n${npmPrefix}`,
      manifest: (site, { name, dir }) =>
        void new Package(site, name, {
          provider: 'npm',
          ensure: '1.2.3',
          source: `${dir}/${name}-1.2.3.tgz`,
        }),
      verify: 'npm list --global | grep "$NAME@1.2.3"',
      cleanup: noPrefix,
      puppet: noNpm,
    },
    'removes a package of npm': {
      source: 'puppet-nodejs lib/puppet/provider/package/npm.rb, uninstall',
      prepare: `${languages}\ntarball "$NAME" 1.2.3\n${npmPrefix}\nnpm install --global "$DIR/$NAME-1.2.3.tgz"`,
      manifest: (site, { name }) => void new Package(site, name, { provider: 'npm', ensure: 'absent' }),
      verify: 'if npm list --global "$NAME"; then exit 1; fi',
      cleanup: noPrefix,
      puppet: noNpm,
    },
    'refuses a range for npm': {
      source: 'puppet-nodejs lib/puppet/provider/package/npm.rb, which has no version ranges',
      manifest: (site, { name }) => void new Package(site, name, { provider: 'npm', ensure: '>1.0.0' }),
      refused: /is\s+a\s+range,\s+which\s+the\s+provider\s+'npm'\s+does\s+not\s+support/,
      puppet: noNpm,
    },
    'has packages of one name from different providers': {
      source: 'puppet acceptance/tests/resource/package/common_package_name_in_different_providers.rb',
      prepare: `${repository}\npack "$NAME" 1.0\npublish\n${gems}`,
      manifest: (site, { name, dir }) => {
        new Package(site, name);
        new Package(site, `gem-${name}`, {
          name,
          provider: 'gem',
          ensure: '0.8.0',
          install_options: fromGems(dir),
        });
      },
      verify: `${isInstalled('1.0')}\n${areGems('0.8.0')}`,
    },
    'refuses packages of one name and one provider': {
      source: 'puppet acceptance/tests/resource/package/common_package_name_in_different_providers.rb',
      manifest: (site, { name }) => {
        new Package(site, name, { provider: 'gem', ensure: '0.1.0' });
        new Package(site, `other-${name}`, { name, provider: 'gem' });
      },
      refused: /are\s+both\s+about/,
    },
  },
};

export default chosenCase(peers);
