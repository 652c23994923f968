import { Augeas } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const provider = 'augeas_core lib/puppet/provider/augeas/augeas.rb';
const unit = 'augeas_core spec/unit/provider/augeas/augeas_spec.rb';
const acceptance = 'augeas_core spec/acceptance/tests';
const HOSTS = '127.0.0.1\tlocalhost\n192.168.1.1\tone uno # first\n192.168.1.2\ttwo\n';
const prepare = `cat > hosts <<'EOF'\n${HOSTS}EOF`;
const inDir = (dir: string) => ({ incl: `${dir}/hosts`, lens: 'Hosts.lns' });
const change = (changes: string | string[], more: object = {}) => ({
  source: provider,
  prepare,
  manifest: ((site, { dir }) =>
    void new Augeas(site, 'x', {
      ...inDir(dir),
      changes,
      ...more,
    })) satisfies PeerCases['cases'][string]['manifest'],
});

export const peers: PeerCases = {
  packages: ['augeas-tools'],
  cases: {
    'sets a value': {
      ...change('set 3/canonical zwei'),
      files: { hosts: HOSTS.replace('two', 'zwei') },
    },
    'takes values in single and double quotes': {
      ...change(['set 2/#comment "it\'s the first"', 'set 3/#comment \'the "second"\'']),
      source: unit,
      files: { hosts: HOSTS.replace('first', "it's the first").replace('two', 'two # the "second"') },
    },
    'adds a node behind all others': {
      ...change('set 01/ipaddr 10.0.0.1\nset 01/canonical new\n\n  set 01/alias[1] neu  ', {
        onlyif: "match *[ipaddr = '10.0.0.1'] size == 0",
      }),
      source: `${acceptance}/hosts_spec.rb`,
      files: { hosts: `${HOSTS}10.0.0.1\tnew neu\n` },
    },
    'adds an alias behind those that are there': {
      ...change("set *[canonical = 'two']/alias[last()+1] zwei", {
        onlyif: "match *[canonical = 'two']/alias[. = 'zwei'] size == 0",
      }),
      source: `${acceptance}/hosts_spec.rb`,
      files: { hosts: HOSTS.replace('two', 'two zwei') },
    },
    'removes a node that blanks and quotes in a predicate tell apart': {
      ...change("rm *[ ipaddr = '192.168.1.1' ]"),
      source: unit,
      files: { hosts: '127.0.0.1\tlocalhost\n192.168.1.2\ttwo\n' },
    },
    'changes nothing where the node to remove is not there': {
      ...change("remove *[canonical = 'three']"),
      inSync: true,
      files: { hosts: HOSTS },
    },
    'changes nothing where all is in sync': {
      ...change(['set 2/canonical one', 'touch 2/alias']),
      inSync: true,
      files: { hosts: HOSTS },
    },
    'sets many nodes at once': {
      ...change('setm *[ipaddr =~ regexp("192.*")] canonical same'),
      files: { hosts: HOSTS.replace('one', 'same').replace('two', 'same') },
    },
    'inserts before and after': {
      ...change(
        [
          "ins alias before *[canonical = 'one']/alias[1]",
          "set *[canonical = 'one']/alias[1] ein",
          "insert alias after *[canonical = 'one']/alias[last()]",
          "set *[canonical = 'one']/alias[last()] un",
        ],
        { onlyif: "match */alias[. = 'ein'] size == 0" },
      ),
      files: { hosts: HOSTS.replace('one uno', 'one ein uno un') },
    },
    'moves and renames': {
      ...change(['mv 2/alias 3/alias', 'rename 2 02'], { onlyif: 'match 2/alias size > 0' }),
      files: { hosts: HOSTS.replace(' uno', '').replace('two', 'two uno') },
    },
    'uses variables of nodes': {
      ...change(
        [
          "defnode new 01[ipaddr = '10.0.0.9'] ''",
          'set $new/ipaddr 10.0.0.9',
          'set $new/canonical nine',
          "defvar two *[canonical = 'two']",
          'set $two/alias zwei',
        ],
        { onlyif: "values */canonical not_include 'nine'" },
      ),
      files: { hosts: `${HOSTS.replace('two', 'two zwei')}10.0.0.9\tnine\n` },
    },
    'fails where a path matches several nodes, and leaves the file': {
      ...change('set */canonical same'),
      fails: /Too many\s+matches/,
      files: { hosts: HOSTS },
      puppet: { differs: '0038' },
    },
    'fails where there is nothing to move': {
      ...change('mv none other'),
      fails: /mv .* failed/s,
      files: { hosts: HOSTS },
    },
    'fails where the lens cannot write what it is told': {
      ...change('set 4/canonical lonely'),
      fails: /cannot\s+be\s+saved:\s.*put_failed/s,
      files: { hosts: HOSTS },
    },
    'makes a file that is not there': {
      ...change(['set 1/ipaddr 10.0.0.1', 'set 1/canonical a']),
      prepare: 'true',
      files: { hosts: '10.0.0.1\ta\n' },
    },
    'writes through a link': {
      ...change('set 3/canonical zwei'),
      source: unit,
      prepare: `cat > real <<'EOF'\n${HOSTS}EOF\nln -s real hosts`,
      verify: 'test -L hosts && test "$(readlink hosts)" = real',
      files: { real: HOSTS.replace('two', 'zwei') },
    },
    'keeps the mode and the owner of the file': {
      ...change('set 3/canonical zwei'),
      prepare: `${prepare}\nchmod 640 hosts; chown daemon:mail hosts`,
      verify: 'test "$(stat -c "%a %U:%G" hosts)" = "640 daemon:mail"',
    },
    'finds the file of a context by itself': {
      source: unit,
      prepare: "mkdir -p root/etc && printf 'a = 1\\n' > root/etc/sysctl.conf",
      manifest: (site, { dir }) =>
        void new Augeas(site, 'x', {
          root: `${dir}/root`,
          context: '/files/etc/sysctl.conf',
          changes: ['set b 2', 'set /files/etc/sysctl.conf/c "3 4"'],
        }),
      files: { 'root/etc/sysctl.conf': 'a = 1\nb = 2\nc = 3 4\n' },
    },
    'changes several files': {
      source: provider,
      prepare:
        "mkdir -p root/etc && printf 'a = 1\\n' > root/etc/sysctl.conf && echo one > root/etc/hostname",
      manifest: (site, { dir }) =>
        void new Augeas(site, 'x', {
          root: `${dir}/root`,
          context: '/files/etc',
          changes: ['set sysctl.conf/a 2', 'set hostname/hostname two'],
        }),
      files: { 'root/etc/sysctl.conf': 'a = 2\n', 'root/etc/hostname': 'two\n' },
    },
    'uses lenses of a directory of its own': {
      source: `${unit}, load_path`,
      prepare: `mkdir lenses && cat > lenses/peers.aug <<'EOF'
module Peers =
  let eol = del /\\n/ "\\n"
  let line = [ seq "line" . store /[a-z ]+/ . eol ]
  let lns = line*
EOF
printf 'one\\ntwo\\n' > lines`,
      manifest: (site, { dir }) =>
        void new Augeas(site, 'x', {
          incl: `${dir}/lines`,
          lens: 'Peers.lns',
          load_path: `/none:${dir}/lenses`,
          changes: 'set 3 "drei vier"',
        }),
      files: { lines: 'one\ntwo\ndrei vier\n' },
    },
    'asks for a value': {
      ...change('set 3/canonical zwei', { onlyif: 'get 2/ipaddr == 192.168.1.2' }),
      source: unit,
      inSync: true,
      files: { hosts: HOSTS },
    },
    'compares numbers as such': {
      source: unit,
      prepare: "printf 'a = 9\\n' > sysctl",
      manifest: (site, { dir }) =>
        void new Augeas(site, 'x', {
          incl: `${dir}/sysctl`,
          lens: 'Sysctl.lns',
          changes: 'set a 10',
          onlyif: 'get a < 10',
        }),
      files: { sysctl: 'a = 10\n' },
    },
    'asks for lists of paths': {
      ...change('set 3/canonical zwei', { onlyif: "match */alias == ['/files/none']" }),
      source: unit,
      inSync: true,
    },
    'asks for lists of values': {
      ...change('set 3/canonical zwei', {
        onlyif: "values */canonical == ['localhost', 'one', \"two\"]",
      }),
      source: unit,
      files: { hosts: HOSTS.replace('two', 'zwei') },
    },
    'counts with force as changed, and writes nothing': {
      ...change('set 2/canonical one', { force: true }),
      again: 'it is forced',
      files: { hosts: HOSTS },
      puppet: { differs: '0038' },
    },
    'takes characters that are no ASCII, and backslashes': {
      ...change('set 3/#comment "grün \\\\ and \\"quoted\\""'),
      files: { hosts: HOSTS.replace('two', 'two # grün \\\\ and "quoted"') },
    },
    'fails where the file is not what the lens reads': {
      ...change('set 3/canonical zwei'),
      prepare: "printf '127.0.0.1 localhost\\nnonsense\\n' > hosts",
      fails: /hosts:2:\s.*parse_failed/s,
    },
    'fails where there is no such lens': {
      ...change('set 3/canonical zwei', { lens: 'Nonesuch.lns' }),
      fails: /Nonesuch/,
      files: { hosts: HOSTS },
    },
    'fails where the directory of a new file is missing': {
      source: provider,
      manifest: (site, { dir }) =>
        void new Augeas(site, 'x', {
          incl: `${dir}/none/hosts`,
          lens: 'Hosts.lns',
          changes: ['set 1/ipaddr 10.0.0.1', 'set 1/canonical a'],
        }),
      fails: /its\s+directory\s+does\s+not\s+exist/,
    },
    'refuses a command that Augeas does not have': {
      ...change('put 1/canonical x'),
      refused: /the command 'put' does not exist/,
    },
    'refuses brackets that do not match': {
      ...change('rm 1/alias]1['),
      source: unit,
      refused: /\] without its \[/,
    },
    'refuses incl without lens': {
      source: 'augeas_core spec/unit/type/augeas_spec.rb',
      manifest: (site, { dir }) => void new Augeas(site, 'x', { incl: `${dir}/hosts`, changes: 'rm 1' }),
      refused: /incl and lens need each other/,
      resources: { augeas: { x: { incl: '/etc/hosts', changes: 'rm 1' } } },
    },
  },
};

export default chosenCase(peers);
