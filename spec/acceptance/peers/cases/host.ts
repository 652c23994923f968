import { Host, Resources } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const tests = 'host_core spec/acceptance/tests';
const unit = 'host_core spec/unit/type/host_spec.rb';
const provider = 'host_core spec/unit/provider/host/parsed_spec.rb';
const inDir = (dir: string) => ({ target: `${dir}/hosts` });
const hosts = (text: string) => `printf '${text}' > hosts`;

export const peers: PeerCases = {
  cases: {
    'adds a host to a file that is not there yet': {
      source: `${tests}/create_spec.rb`,
      manifest: (site, { dir }) => void new Host(site, 'test', { ip: '127.0.0.1', ...inDir(dir) }),
      files: { hosts: '127.0.0.1\ttest\n' },
    },
    'adds a host with another name': {
      source: `${tests}/create_spec.rb`,
      manifest: (site, { dir }) =>
        void new Host(site, 'test', { ip: '127.0.0.7', host_aliases: 'alias', ...inDir(dir) }),
      files: { hosts: '127.0.0.7\ttest\talias\n' },
    },
    'leaves a host alone that is in sync, however its line is spaced': {
      source: `${tests}/create_spec.rb`,
      prepare: hosts('127.0.0.2 test alias\\n'),
      manifest: (site, { dir }) =>
        void new Host(site, 'test', { ip: '127.0.0.2', host_aliases: 'alias', ...inDir(dir) }),
      inSync: true,
      files: { hosts: '127.0.0.2 test alias\n' },
    },
    'needs an address': {
      source: `${tests}/create_spec.rb`,
      manifest: (site, { dir }) => void new Host(site, 'test', { host_aliases: 'alias', ...inDir(dir) }),
      refused: /needs an ip/,
    },
    'removes a host': {
      source: `${tests}/destroy_spec.rb`,
      prepare: hosts('127.0.0.7 test1\\n127.0.0.8 test2\\n'),
      manifest: (site, { dir }) =>
        void new Host(site, 'test1', { ensure: 'absent', ip: '127.0.0.7', ...inDir(dir) }),
      files: { hosts: '127.0.0.8 test2\n' },
      puppet: { differs: '0033' },
    },
    'does nothing about a host that is absent already': {
      source: `${tests}/destroy_spec.rb`,
      prepare: hosts('127.0.0.7 test1\\n'),
      manifest: (site, { dir }) => void new Host(site, 'test2', { ensure: 'absent', ...inDir(dir) }),
      inSync: true,
    },
    'keeps lines that nobody can read, and the hosts around them': {
      source: `${tests}/destroy_spec.rb`,
      prepare: hosts('127.0.0.2 existing alias\\n==\\n'),
      manifest: (site, { dir }) =>
        void new Host(site, 'test', { ip: '127.0.0.3', host_aliases: 'foo', ...inDir(dir) }),
      verify: `grep -q '^127.0.0.2[[:space:]]existing[[:space:]]alias$' hosts; grep -q '^==$' hosts
grep -q '^127.0.0.3[[:space:]]test[[:space:]]foo$' hosts`,
    },
    'changes an address and keeps the other names': {
      source: `${tests}/modify_spec.rb`,
      prepare: hosts('127.0.0.9 test alias\\n'),
      manifest: (site, { dir }) => void new Host(site, 'test', { ip: '127.0.0.10', ...inDir(dir) }),
      files: { hosts: '127.0.0.10\ttest\talias\n' },
    },
    'changes the other names': {
      source: `${tests}/modify_spec.rb`,
      prepare: hosts('127.0.0.8 test alias\\n'),
      manifest: (site, { dir }) =>
        void new Host(site, 'test', { ip: '127.0.0.8', host_aliases: 'banzai', ...inDir(dir) }),
      files: { hosts: '127.0.0.8\ttest\tbanzai\n' },
    },
    'counts other names in their order': {
      source: unit,
      prepare: hosts('127.0.0.8 test a b\\n'),
      manifest: (site, { dir }) =>
        void new Host(site, 'test', { ip: '127.0.0.8', host_aliases: ['b', 'a'], ...inDir(dir) }),
      files: { hosts: '127.0.0.8\ttest\tb a\n' },
    },
    'takes a comment off and puts one on': {
      source: provider,
      prepare: hosts('127.0.0.8 one # old\\n127.0.0.9 two\\n'),
      manifest: (site, { dir }) => {
        new Host(site, 'one', { ip: '127.0.0.8', comment: '', ...inDir(dir) });
        new Host(site, 'two', { ip: '127.0.0.9', comment: 'new', ...inDir(dir) });
      },
      files: { hosts: '127.0.0.8\tone\n127.0.0.9\ttwo\t# new\n' },
    },
    'keeps comments and blank lines': {
      source: provider,
      prepare: hosts('# mine\\n\\n127.0.0.8 one\\n# yours\\n'),
      manifest: (site, { dir }) => void new Host(site, 'two', { ip: '127.0.0.9', ...inDir(dir) }),
      verify: `grep -q '^# mine$' hosts; grep -q '^# yours$' hosts; test "$(sed -n 2p hosts)" = ""`,
    },
    'takes IPv6 addresses': {
      source: unit,
      manifest: (site, { dir }) => void new Host(site, 'six', { ip: 'fe80::2b0:d0ff:fe9c:1', ...inDir(dir) }),
      files: { hosts: 'fe80::2b0:d0ff:fe9c:1\tsix\n' },
    },
    'reads every host of a file, and purges those that no one declares': {
      source: `${tests}/query_all_spec.rb`,
      // A bare host may have none.
      prepare: `touch /etc/hosts; cp /etc/hosts hosts.before
printf '127.0.0.1 test1 test1.local\\n127.0.0.2 test2 test2.local\\n127.0.0.3 test3\\n' > /etc/hosts`,
      manifest: (site) => {
        new Host(site, 'test1', { ip: '127.0.0.1' });
        new Resources(site, 'host', { purge: true });
      },
      verify: `grep -q test1.local /etc/hosts; if grep -qE 'test2|test3' /etc/hosts; then exit 1; fi`,
      cleanup: 'cp hosts.before /etc/hosts',
    },
    ...refusals(),
  },
};

/** Names, addresses and comments that no line can have. */
function refusals(): PeerCases['cases'] {
  const wrong = {
    'a name with a blank': { title: 'a b', given: { ip: '10.0.0.1' }, refused: /host name/ },
    'a name with two dots in a row': { title: 'a..b', given: { ip: '10.0.0.1' }, refused: /host name/ },
    'a number that no address has': { title: 'a', given: { ip: '10.0.0.300' }, refused: /10\.0\.0\.300/ },
    'another name with a blank': {
      title: 'a',
      given: { ip: '10.0.0.1', host_aliases: ['b c'] },
      refused: /blanks/,
    },
    'a comment of two lines': { title: 'a', given: { ip: '10.0.0.1', comment: 'b\nc' }, refused: /one line/ },
  };
  return Object.fromEntries(
    Object.entries(wrong).map(([what, { title, given, refused }]) => [
      `refuses ${what}`,
      {
        source: unit,
        manifest: (site, { dir }) => void new Host(site, title, { ...given, ...inDir(dir) }),
        refused,
      },
    ]),
  );
}

export default chosenCase(peers);
