import { File } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';
import { fileInDirectory as x } from '../file-in-directory.js';

const integration = 'puppet spec/integration/type/file_spec.rb: when recursing';
const unit = 'puppet spec/unit/type/file_spec.rb';
const reference = 'puppet.com: types, file';

const tree = 'mkdir -p s/d/e; echo a > s/a; echo b > s/d/b; echo c > s/d/e/c';
const copied = { 'x/a': 'a\n', 'x/d/b': 'b\n', 'x/d/e/c': 'c\n' };

export const peers: PeerCases = {
  cases: {
    'copies a file': {
      source: 'puppet acceptance/tests/resource/file/source_attribute.rb',
      prepare: 'echo new > s; chmod 751 s; chown nobody s',
      manifest: x({ source: '$DIR/s' }),
      files: { x: 'new\n' },
      verify: 'test "$(stat -c "%a %U" x)" = "644 root"',
    },
    'copies a file whose name is odd': {
      source:
        'puppet spec/integration/type/file_spec.rb: pound signs, spaces; ticket_6448_file_with_utf8_source.rb',
      prepare: "mkdir s; echo 1 > 's/a #%b ünï.txt'",
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { source: `${dir}/s/a #%b ünï.txt` }),
      files: { x: '1\n' },
    },
    'copies what a file address names': {
      source: 'puppet.com: types, file, source',
      prepare: 'echo new > s',
      manifest: x({ source: 'file://$DIR/s' }),
      files: { x: 'new\n' },
    },
    'copies an empty file': {
      source: 'puppet spec/integration/type/file_spec.rb: should copy an empty file',
      prepare: 'touch s; echo old > x',
      manifest: x({ source: '$DIR/s' }),
      files: { x: '' },
    },
    'copies the first source that there is': {
      source: 'puppet spec/integration/type/file_spec.rb: the first file that exists',
      prepare: 'echo b > b; echo c > c',
      manifest: x({ source: ['$DIR/a', '$DIR/b', '$DIR/c'] }),
      files: { x: 'b\n' },
    },
    'says which sources there are not': {
      source: 'puppet lib/puppet/type/file/source.rb',
      manifest: x({ source: ['$DIR/a', '$DIR/b'] }),
      fails: /\/a,\s+\S*\/b\s+does\s+not\s+exist/,
    },
    'takes permissions of a source where they are asked for': {
      source: 'puppet spec/integration/type/file_spec.rb: should apply the source metadata values',
      prepare: 'echo new > s; chmod 751 s; chown nobody:games s',
      manifest: x({ source: '$DIR/s', source_permissions: 'use' }),
      verify: 'test "$(stat -c "%a %U %G" x)" = "751 nobody games"',
    },
    'takes permissions of a source that nothing else gives': {
      source: 'puppet spec/integration/type/file_spec.rb: should override the default metadata values',
      prepare: 'echo new > s; chmod 751 s; chown nobody:games s',
      manifest: x({ source: '$DIR/s', source_permissions: 'use', mode: '0600' }),
      verify: 'test "$(stat -c "%a %U %G" x)" = "600 nobody games"',
    },
    'takes permissions of a source for a new file alone': {
      source: `${reference}, source_permissions`,
      prepare: 'echo new > s; chmod 751 s; echo old > x; chmod 600 x',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { source: `${dir}/s`, source_permissions: 'use_when_creating' });
        new File(site, `${dir}/y`, { source: `${dir}/s`, source_permissions: 'use_when_creating' });
      },
      verify: 'test "$(stat -c %a x)" = 600; test "$(stat -c %a y)" = 751',
    },
    'copies a directory alone': {
      source: integration,
      prepare: tree,
      manifest: x({ source: '$DIR/s' }),
      verify: 'test -d x; test -z "$(ls -A x)"',
    },
    'copies a directory with what is in it': {
      source: integration,
      prepare: tree,
      manifest: x({ source: '$DIR/s', recurse: true }),
      files: copied,
    },
    'copies a directory with what is in it, and nothing else': {
      source: `${reference}, recurse`,
      prepare: `${tree}; mkdir x; touch x/own; chmod 600 x/own`,
      manifest: x({ source: '$DIR/s', recurse: 'remote', mode: '0644' }),
      files: copied,
      verify: 'test "$(stat -c %a x/own)" = 600; test "$(stat -c %a x/d)" = 755',
    },
    'copies what has changed in a directory': {
      source: `${integration}: for the 2nd time`,
      prepare: `${tree}; cp -r s x; echo other > x/d/b; rm x/d/e/c`,
      manifest: x({ source: '$DIR/s', recurse: true }),
      files: copied,
    },
    'leaves a directory alone that is a copy': {
      source: `${integration}: for the 2nd time`,
      prepare: `${tree}; cp -r s x; touch x/own`,
      manifest: x({ source: '$DIR/s', recurse: true }),
      inSync: true,
      verify: 'test -e x/own',
    },
    'copies as deep as recurselimit says': {
      source: `${integration}: should only recurse one level`,
      prepare: tree,
      manifest: (site, { dir }) => {
        const from = { source: `${dir}/s`, recurse: true } as const;
        new File(site, `${dir}/x1`, { ...from, recurselimit: 1 });
        new File(site, `${dir}/x2`, { ...from, recurselimit: 2 });
      },
      verify: 'test -d x1/d; test ! -e x1/d/b; test -e x2/d/b; test -d x2/d/e; test ! -e x2/d/e/c',
    },
    'copies nothing below a directory where recurselimit is 0': {
      source: `${reference}, recurselimit`,
      prepare: tree,
      manifest: x({ source: '$DIR/s', recurse: true, recurselimit: 0 }),
      verify: 'test -d x; test -z "$(ls -A x)"',
    },
    'copies the content of the first directory that there is': {
      source: `${integration}: when sourceselect first`,
      prepare: 'mkdir b c; touch b/b c/c',
      manifest: x({ source: ['$DIR/a', '$DIR/b', '$DIR/c'], recurse: true }),
      verify: 'test "$(ls x)" = b',
    },
    'copies the content of all directories': {
      source: `${integration}: when sourceselect all`,
      prepare: 'mkdir -p b/d c/d; echo b > b/y; echo c > c/y; touch b/d/1 c/d/2',
      manifest: x({ source: ['$DIR/a', '$DIR/b', '$DIR/c'], sourceselect: 'all', recurse: true }),
      files: { 'x/y': 'b\n' },
      verify: 'test -e x/d/1; test -e x/d/2',
    },
    'purges what no source has of all': {
      source: `${unit}: purge and sourceselect`,
      prepare: 'mkdir b c x; touch b/b c/c x/b x/d',
      manifest: x({ source: ['$DIR/b', '$DIR/c'], sourceselect: 'all', recurse: true, purge: true }),
      verify: 'test "$(echo x/*)" = "x/b x/c"',
    },
    'passes over what is to be ignored': {
      source: `${integration}: files set to be ignored`,
      prepare: 'mkdir -p s/.git s/d; touch s/.git/a s/a.bak s/d/b.bak s/d/c s/a s/x',
      manifest: x({ source: '$DIR/s', recurse: true, ignore: ['*.bak', '.git', '[a-b]'] }),
      verify: 'test "$(find x | sort | tr "\\n" " ")" = "x x/d x/d/c x/x "',
    },
    'does not purge what is to be ignored': {
      source: `${reference}, ignore and purge`,
      prepare: 'mkdir -p x/.git; touch x/.git/a x/a.bak x/b',
      manifest: x({
        ensure: 'directory',
        recurse: true,
        purge: true,
        force: true,
        ignore: ['*.bak', '.git'],
      }),
      verify: 'test -e x/.git/a; test -e x/a.bak; test ! -e x/b',
    },
    'purges what nobody manages': {
      source: 'puppet spec/integration/type/file_spec.rb: when purging files',
      prepare: `${tree}; mkdir x; touch x/stray x/kept`,
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { source: `${dir}/s`, recurse: true, purge: true });
        new File(site, `${dir}/x/kept`, { ensure: 'present' });
      },
      files: copied,
      verify: 'test ! -e x/stray; test -e x/kept',
    },
    'purges files, and directories by force alone': {
      source: `${reference}, purge and force`,
      prepare: 'mkdir -p x/d; touch x/a x/d/b',
      manifest: x({ ensure: 'directory', recurse: true, purge: true }),
      verify: 'test ! -e x/a; test -d x/d; test ! -e x/d/b',
      puppet: { differs: '0031' },
    },
    'purges directories by force': {
      source: `${reference}, purge and force`,
      prepare: 'mkdir -p x/d/e; touch x/a x/d/e/b; ln -s /etc x/l',
      manifest: x({ ensure: 'directory', recurse: true, purge: true, force: true }),
      verify: 'test -z "$(ls -A x)"; test -e /etc/passwd',
    },
    'keeps a directory in which something is managed from a purge': {
      source: 'puppet spec/integration/type/file_spec.rb: should not purge managed, local files',
      prepare: 'mkdir -p x/d; touch x/d/stray x/d/kept',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { ensure: 'directory', recurse: true, purge: true, force: true });
        new File(site, `${dir}/x/d/kept`, { ensure: 'present' });
      },
      verify: 'test -e x/d/kept; test ! -e x/d/stray',
      puppet: { differs: '0031' },
    },
    'purges as deep as recurselimit says': {
      source: `${reference}, purge and recurselimit`,
      prepare: 'mkdir -p x/d; touch x/a x/d/b',
      manifest: x({ ensure: 'directory', recurse: true, recurselimit: 1, purge: true }),
      verify: 'test ! -e x/a; test -e x/d/b',
      puppet: { differs: '0031' },
    },
    'gives all that is in a directory to a user, with modes that fit': {
      source: `${integration}: recursively set properties on existing files`,
      prepare: 'mkdir -p x/d; touch x/a x/d/b; mkfifo x/p; ln -s /etc/passwd x/l; chmod 600 x/a',
      manifest: x({ ensure: 'directory', recurse: true, owner: 'nobody', mode: '0644' }),
      verify:
        'test "$(stat -c "%U %a" x x/a x/d x/d/b x/p | tr "\\n" " ")" = "nobody 755 nobody 644 nobody 755 nobody 644 nobody 644 "; test "$(stat -c "%U %a" /etc/passwd)" = "root 644"',
    },
    'leaves what another file manages to that': {
      source: `${integration}: managed by a more specific explicit file`,
      prepare: 'mkdir x; touch x/a x/ab; chmod 600 x/a x/ab',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { ensure: 'directory', recurse: true, mode: '0640' });
        new File(site, `${dir}/x/a`, { mode: '0604' });
      },
      verify: 'test "$(stat -c %a x/a)" = 604; test "$(stat -c %a x/ab)" = 640',
    },
    'recurses into a directory that is not there': {
      source: `${integration}: over a nonexistent file`,
      manifest: x({ recurse: true, mode: '0600' }),
      inSync: true,
      verify: 'test ! -e x',
    },
    'copies links in a directory as they are': {
      source: `${integration}: links`,
      prepare: 'mkdir s; echo a > s/a; ln -s a s/l; ln -s /nowhere s/n',
      manifest: x({ source: '$DIR/s', recurse: true }),
      verify: 'test "$(readlink x/l)" = a; test "$(readlink x/n)" = /nowhere',
    },
    'copies what links in a directory point to': {
      source: `${integration}: links => follow`,
      prepare: 'mkdir s; echo a > a; ln -s ../a s/l',
      manifest: x({ source: '$DIR/s', recurse: true, links: 'follow' }),
      files: { 'x/l': 'a\n' },
      verify: 'test ! -L x/l',
    },
    'replaces a directory by the file of the source by force': {
      source: integration,
      prepare: 'mkdir s; echo a > s/a; mkdir -p x/a/b',
      manifest: x({ source: '$DIR/s', recurse: true, force: true }),
      files: { 'x/a': 'a\n' },
    },
    'counts what max_files limits': {
      source: 'puppet lib/puppet/type/file.rb: max_files',
      prepare: tree,
      manifest: x({ source: '$DIR/s', recurse: true, max_files: 2 }),
      fails: /max_files\s+is\s+2/,
      verify: 'test ! -e x/a',
      puppet: { differs: '0031' },
    },
    'refuses recurse remote without a source': {
      source: `${unit}: when validating`,
      manifest: x({ recurse: 'remote' }),
      refused: /recurse: 'remote' copies/,
      resources: { file: { '/srv/x': { recurse: 'remote' } } },
    },

    // Checksums.
    'compares beginnings alone where checksum says so': {
      source: 'puppet lib/puppet/util/checksums.rb: md5lite',
      prepare: 'head -c 600 /dev/zero > s; cp s x; echo end >> s',
      manifest: x({ source: '$DIR/s', checksum: 'md5lite' }),
      inSync: true,
    },
    'copies what is newer where checksum is mtime': {
      source: 'puppet spec/integration/type/file_spec.rb: using mtime',
      prepare: 'echo old > x; touch -d 2001-01-01 x; echo new > s',
      manifest: x({ source: '$DIR/s', checksum: 'mtime' }),
      files: { x: 'new\n' },
    },
    'leaves alone what is newer than its source where checksum is mtime': {
      source: 'puppet spec/integration/type/file_spec.rb: using mtime',
      prepare: 'echo own > x; echo new > s; touch -d 2001-01-01 s',
      manifest: x({ source: '$DIR/s', checksum: 'mtime' }),
      inSync: true,
      files: { x: 'own\n' },
    },
    'refuses a source where checksum is none': {
      source: `${unit}: with checksum none`,
      manifest: x({ source: '/etc/hostname', checksum: 'none' }),
      refused: /checksum:\s+'none'\s+compares/,
      resources: { file: { '/srv/x': { source: '/etc/hostname', checksum: 'none' } } },
    },
    'refuses a content where checksum is a time': {
      source: `${unit}: when using content`,
      manifest: x({ content: 'x', checksum: 'mtime' }),
      refused: /compares\s+with\s+a\s+source/,
      resources: { file: { '/srv/x': { content: 'x', checksum: 'mtime' } } },
    },
    'does not look at the source of a file that has the checksum': {
      source: `${unit}: checksum_value`,
      prepare: 'printf abc > x; printf other > s',
      manifest: x({ source: '$DIR/s', checksum: 'md5', checksum_value: '900150983cd24fb0d6963f7d28e17f72' }),
      inSync: true,
      files: { x: 'abc' },
    },
    'does not take a source that does not have the checksum': {
      source: `${unit}: fails if the checksum_value parameter and written file do not match`,
      prepare: 'printf old > x; printf other > s',
      manifest: x({ source: '$DIR/s', checksum: 'md5', checksum_value: '900150983cd24fb0d6963f7d28e17f72' }),
      fails: /does not match checksum_value/,
      files: { x: 'old' },
      verify: 'test "$(ls -A)" = "$(printf "s\\nx")"',
    },
    'refuses a checksum that none of its kind is': {
      source: `${unit}: should fail on an invalid checksum_value`,
      manifest: x({ source: '/etc/hostname', checksum: 'md5', checksum_value: 'abc' }),
      refused: /32\s+hexadecimal\s+digits/,
      resources: { file: { '/srv/x': { source: '/etc/hostname', checksum: 'md5', checksum_value: 'abc' } } },
    },

    // Backups.
    'keeps what it replaces beside it': {
      source: 'puppet spec/integration/type/file_spec.rb: when writing files',
      prepare: 'echo old > x; chown nobody x; chmod 640 x',
      manifest: x({ content: 'new', backup: '.bak' }),
      files: { x: 'new', 'x.bak': 'old\n' },
      verify: 'test "$(stat -c "%a %U" x.bak)" = "640 nobody"',
    },
    'replaces an older copy beside it': {
      source: 'puppet lib/puppet/util/backups.rb',
      prepare: 'echo old > x; echo older > x.bak',
      manifest: x({ content: 'new', backup: '.bak' }),
      files: { 'x.bak': 'old\n' },
    },
    'keeps a directory beside it before it is removed': {
      source: 'puppet spec/integration/type/file_spec.rb: copying the whole directory',
      prepare: 'mkdir -p x/d; echo y > x/d/y; ln -s y x/d/l; chmod 750 x/d',
      manifest: x({ ensure: 'absent', force: true, backup: '.bak' }),
      files: { 'x.bak/d/y': 'y\n' },
      verify: 'test ! -e x; test "$(readlink x.bak/d/l)" = y; test "$(stat -c %a x.bak/d)" = 750',
    },
    'keeps a directory beside it before a file takes its place': {
      source: 'puppet spec/integration/type/file_spec.rb: copying the whole directory',
      prepare: 'mkdir -p x/d; echo y > x/d/y',
      manifest: x({ content: 'new', force: true, backup: '.bak' }),
      files: { x: 'new', 'x.bak/d/y': 'y\n' },
    },
    'does not replace an older copy of a directory': {
      source: 'puppet lib/puppet/util/backups.rb: will not remove directory backup',
      prepare: 'mkdir x x.bak; touch x/new x.bak/old',
      manifest: x({ ensure: 'absent', force: true, backup: '.bak' }),
      fails: /older\s+copy/,
      verify: 'test -e x/new; test -e x.bak/old',
    },
    'keeps nothing where backup is false': {
      source: `${unit}: the backup parameter`,
      prepare: 'echo old > x',
      manifest: x({ content: 'new', backup: false }),
      verify:
        'test "$(ls -A)" = x; test ! -d /run/peers/$NAME/backups || test -z "$(find /run/peers/$NAME/backups -type f)"',
    },
    'keeps what it replaces in the state directory': {
      source: `${unit}: the puppet filebucket`,
      prepare: 'echo old-words > x',
      manifest: x({ content: 'new', backup: 'puppet' }),
      verify: 'test "$(ls -A)" = x; grep -rq old-words /run/peers/$NAME',
      puppet: { notApplicable: 'it looks into the state directory' },
    },
    'leaves everything as it is where no copy can be kept': {
      source: 'puppet spec/integration/type/file_spec.rb: should fail if no backup can be performed',
      prepare: 'echo old > x; mkdir x.bak; touch x.bak/y',
      manifest: x({ content: 'new', backup: '.bak' }),
      fails: /older\s+copy/,
      files: { x: 'old\n' },
    },
  },
};

export default chosenCase(peers);
