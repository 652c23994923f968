import { Resources, Yumrepo } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const provider = 'yumrepo_core lib/puppet/provider/yumrepo/inifile.rb';
const type = 'yumrepo_core spec/unit/type/yumrepo_spec.rb';
const acceptance = 'yumrepo_core spec/acceptance/tests';
const OWN = '# by hand\n[own]\nname = Own\nbaseurl=file:///srv/own\n        file:///srv/mirror\nenabled=1\n';
const prepare = 'mkdir -p /etc/yum.repos.d && rm -f /etc/yum.repos.d/*';
const withOwn = `${prepare}\ncat > /etc/yum.repos.d/own.repo <<'EOF'\n${OWN}EOF`;

export const peers: PeerCases = {
  puppet: { notApplicable: 'Debian has no package of the module yumrepo_core' },
  packages: ['dnf', 'createrepo-c'],
  cleanup: 'rm -rf /etc/yum.repos.d/* /etc/yum.conf',
  cases: {
    'makes a repository that dnf reads': {
      source: `${acceptance}/create_spec.rb`,
      prepare: `${prepare}\nmkdir packages && createrepo_c -q packages`,
      manifest: (site, { dir }) =>
        void new Yumrepo(site, 'peer', {
          descr: 'Packages of a peer',
          baseurl: `file://${dir}/packages`,
          enabled: true,
          gpgcheck: false,
        }),
      files: {
        '/etc/yum.repos.d/peer.repo':
          '[peer]\nname=Packages of a peer\nbaseurl=file://$DIR/packages\nenabled=True\ngpgcheck=False\n',
      },
      verify:
        'test "$(stat -c %a /etc/yum.repos.d/peer.repo)" = 644; dnf -q repolist --enabled | grep "^peer .*Packages of a peer"; dnf -q makecache --repo peer',
    },
    'turns a repository off, as dnf sees it': {
      source: `${acceptance}/modify_spec.rb`,
      prepare: withOwn,
      manifest: (site) => void new Yumrepo(site, 'own', { enabled: 'no' }),
      files: { '/etc/yum.repos.d/own.repo': OWN.replace('enabled=1', 'enabled=No') },
      verify: 'dnf -q repolist --disabled | grep "^own "',
    },
    'leaves what is in sync': {
      source: provider,
      prepare: withOwn,
      manifest: (site) => void new Yumrepo(site, 'own', { descr: 'Own', enabled: 1 }),
      inSync: true,
      files: { '/etc/yum.repos.d/own.repo': OWN },
    },
    'reads addresses over several lines as one list': {
      source: 'yum.conf(5)',
      prepare: withOwn,
      manifest: (site) =>
        void new Yumrepo(site, 'own', { baseurl: ['file:///srv/own', 'file:///srv/mirror'] }),
      inSync: true,
      files: { '/etc/yum.repos.d/own.repo': OWN },
    },
    'replaces addresses over several lines': {
      source: provider,
      prepare: withOwn,
      manifest: (site) => void new Yumrepo(site, 'own', { baseurl: 'file:///srv/new' }),
      files: {
        '/etc/yum.repos.d/own.repo': '# by hand\n[own]\nname = Own\nbaseurl=file:///srv/new\nenabled=1\n',
      },
    },
    'removes a setting': {
      source: type,
      prepare: withOwn,
      manifest: (site) => void new Yumrepo(site, 'own', { enabled: 'absent', cost: 'absent' }),
      files: { '/etc/yum.repos.d/own.repo': OWN.replace('enabled=1\n', '') },
    },
    'adds a setting behind the others of its section': {
      source: provider,
      prepare: `${withOwn}\nprintf '[other]\\nname=Other\\n' >> /etc/yum.repos.d/own.repo`,
      manifest: (site) => void new Yumrepo(site, 'own', { priority: -5, metadata_expire: '6h' }),
      files: {
        '/etc/yum.repos.d/own.repo': `${OWN}metadata_expire=6h\npriority=-5\n[other]\nname=Other\n`,
      },
    },
    'removes a repository with its file': {
      source: `${acceptance}/destroy_spec.rb`,
      prepare: withOwn,
      manifest: (site) => void new Yumrepo(site, 'own', { ensure: 'absent' }),
      verify: '! test -e /etc/yum.repos.d/own.repo',
    },
    'removes a repository from a file with others': {
      source: provider,
      prepare: `${withOwn}\nprintf '[other]\\nname=Other\\n' >> /etc/yum.repos.d/own.repo`,
      manifest: (site) => void new Yumrepo(site, 'own', { ensure: 'absent' }),
      files: { '/etc/yum.repos.d/own.repo': '# by hand\n[other]\nname=Other\n' },
    },
    'does nothing about one that is absent already': {
      source: `${acceptance}/destroy_spec.rb`,
      prepare,
      manifest: (site) => void new Yumrepo(site, 'nobody', { ensure: 'absent' }),
      inSync: true,
    },
    'writes to the file that it is told': {
      source: `${type}, target`,
      prepare: withOwn,
      manifest: (site) =>
        void new Yumrepo(site, 'more', { target: '/etc/yum.repos.d/own', baseurl: 'http://x.example/' }),
      files: { '/etc/yum.repos.d/own.repo': `${OWN}[more]\nbaseurl=http://x.example/\n` },
    },
    'moves a repository to the file that it is told': {
      source: `${provider}, section`,
      prepare: withOwn,
      manifest: (site) => void new Yumrepo(site, 'own', { target: 'elsewhere.repo', enabled: '1' }),
      files: {
        '/etc/yum.repos.d/elsewhere.repo':
          '[own]\nname=Own\nbaseurl=file:///srv/own\n        file:///srv/mirror\nenabled=1\n',
      },
      verify: '! test -e /etc/yum.repos.d/own.repo',
    },
    'follows reposdir of yum.conf': {
      source: `${provider}, reposdir`,
      prepare: `${prepare}\nmkdir repos; printf '[main]\\nreposdir=%s/none, %s/repos\\n' "$DIR" "$DIR" > /etc/yum.conf`,
      manifest: (site) => void new Yumrepo(site, 'peer', { baseurl: 'ftp://x.example/' }),
      files: { 'repos/peer.repo': '[peer]\nbaseurl=ftp://x.example/\n' },
    },
    'keeps passwords from others': {
      source: `${type}, password`,
      prepare,
      manifest: (site, { name }) =>
        void new Yumrepo(site, name, {
          baseurl: 'http://x.example/',
          username: 'a',
          password: 's3cret-word',
        }),
      verify:
        'test "$(stat -c %a "/etc/yum.repos.d/$NAME.repo")" = 600; grep -x password=s3cret-word "/etc/yum.repos.d/$NAME.repo"',
      puppet: { notApplicable: 'it makes every file of repositories readable by all' },
    },
    'purges what the catalog does not name': {
      source: 'puppet lib/puppet/type/resources.rb',
      prepare: `${withOwn}\nprintf '[other]\\nname=Other\\n' > /etc/yum.repos.d/other.repo`,
      manifest: (site) => {
        new Yumrepo(site, 'own', { descr: 'Own' });
        new Resources(site, 'yumrepo', { purge: true });
      },
      files: { '/etc/yum.repos.d/own.repo': OWN },
      verify: '! test -e /etc/yum.repos.d/other.repo',
    },
    'refuses addresses that are no URLs': {
      source: type,
      manifest: (site) => void new Yumrepo(site, 'x', { baseurl: 'gopher://x.example/' }),
      refused: /URLs with file, http, https or ftp/,
      resources: { yumrepo: { x: { baseurl: 'gopher://x.example/' } } },
    },
    'refuses words that are neither yes nor no': {
      source: type,
      manifest: (site) => void new Yumrepo(site, 'x', { enabled: 'maybe' }),
      refused: /'yes', 'no' or 'absent'/,
      resources: { yumrepo: { x: { enabled: 'maybe' } } },
    },
  },
};

export default chosenCase(peers);
