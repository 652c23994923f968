import { File, type Scope } from 'glance-apply';
import type { PeerCases, Premises } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const acceptance = 'puppet acceptance/tests/resource/file';
const integration = 'puppet spec/integration/type/file_spec.rb';
const unit = 'puppet spec/unit/type/file_spec.rb';
const ensure = 'puppet lib/puppet/type/file/ensure.rb';

type Given = ConstructorParameters<typeof File>[2];
/** A file in the directory of the case. */
const file =
  (name: string, given: Given = {}) =>
  (site: Scope, { dir }: Premises) =>
    void new File(site, `${dir}/${name}`, given);

/** Names that a shell, a pattern or a diff would stumble over. */
const odd = ['a b', '#a', '-a', '*', "it's", 'a"b', 'a\nb', 'ünï', '%s', '$HOME', 'a\\b', '[a]', '~', 'a;b'];

export const peers: PeerCases = {
  cases: {
    // What is there, and what has to be.
    'makes an empty file that all may read': {
      source: `${acceptance}/should_create_empty.rb, should_default_mode.rb`,
      manifest: file('x', { ensure: 'file' }),
      files: { x: '' },
      verify: 'test "$(stat -c "%a %U %G" x)" = "644 root root"',
    },
    'makes an empty file where present is all that is said': {
      source: integration,
      manifest: file('x', { ensure: 'present' }),
      files: { x: '' },
    },
    'leaves a file alone whose content nobody speaks of': {
      source: integration,
      prepare: 'echo old > x; chmod 600 x',
      manifest: file('x', { ensure: 'file' }),
      inSync: true,
      files: { x: 'old\n' },
      verify: 'test "$(stat -c %a x)" = 600',
    },
    'takes a directory for present': {
      source: ensure,
      prepare: 'mkdir x',
      manifest: file('x', { ensure: 'present' }),
      inSync: true,
      verify: 'test -d x',
    },
    'makes nothing where nothing says what it would be': {
      source: `${integration}: no means of creating the file`,
      manifest: file('x', { mode: '0600' }),
      inSync: true,
      verify: 'test ! -e x',
    },
    'makes a directory that all may search': {
      source: `${acceptance}/should_create_directory.rb, should_default_mode.rb`,
      manifest: file('x', { ensure: 'directory' }),
      verify: 'test "$(stat -c "%F %a" x)" = "directory 755"',
    },
    'does not make the directory above one': {
      source: ensure,
      manifest: file('x/y', { ensure: 'directory' }),
      fails: /x\s+does\s+not\s+exist/,
      verify: 'test ! -e x',
    },
    'removes a file': {
      source: `${acceptance}/should_remove_file.rb`,
      prepare: 'touch x',
      manifest: file('x', { ensure: 'absent' }),
      verify: 'test ! -e x',
    },
    'does nothing about an absent file': {
      source: integration,
      manifest: file('x', { ensure: 'absent' }),
      inSync: true,
    },
    'finds nothing to remove below a file': {
      source: `${integration}: parts of path are not directories`,
      prepare: 'touch x',
      manifest: file('x/y/z', { ensure: 'absent' }),
      inSync: true,
      verify: 'test -f x',
    },
    'finds nothing to remove below a directory that is not there': {
      source: integration,
      manifest: file('x/y/z', { ensure: 'absent' }),
      inSync: true,
    },
    'removes a file although a content is given': {
      source: `${integration}: sources but set for deletion`,
      prepare: 'echo old > x',
      manifest: file('x', { ensure: 'absent', content: 'new' }),
      verify: 'test ! -e x',
    },
    'removes a file although its source is not there': {
      source: 'puppet lib/puppet/type/file/source.rb',
      prepare: 'echo old > x',
      manifest: (site, { dir }) =>
        void new File(site, `${dir}/x`, { ensure: 'absent', source: `${dir}/missing` }),
      verify: 'test ! -e x',
      puppet: { differs: '0031' },
    },
    'removes a directory with all that is in it by force': {
      source: `${acceptance}/should_remove_dir.rb`,
      prepare: 'mkdir -p x/y; touch x/y/z; ln -s /etc x/link; mkfifo x/pipe',
      manifest: file('x', { ensure: 'absent', force: true }),
      verify: 'test ! -e x; test -e /etc/passwd',
    },
    'does not remove a directory without force': {
      source: `${unit}: remove_existing`,
      prepare: 'mkdir x; touch x/y',
      manifest: file('x', { ensure: 'absent' }),
      fails: /force/,
      verify: 'test -e x/y',
      puppet: { differs: '0012' },
    },
    'makes a directory in place of a file': {
      source: `${unit}: remove_existing`,
      prepare: 'echo old > x',
      manifest: file('x', { ensure: 'directory' }),
      verify: 'test -d x',
    },
    'does not make a file in place of a directory without force': {
      source: `${unit}: remove_existing`,
      prepare: 'mkdir x; touch x/y',
      manifest: file('x', { content: 'new' }),
      fails: /force/,
      verify: 'test -e x/y',
    },
    'makes a file in place of a directory by force': {
      source: `${unit}: remove_existing`,
      prepare: 'mkdir -p x/y; touch x/y/z',
      manifest: file('x', { content: 'new', force: true }),
      files: { x: 'new' },
      verify: 'test -f x',
    },
    'makes an empty file in place of a directory by force': {
      source: `${unit}: remove_existing`,
      prepare: 'mkdir x',
      manifest: file('x', { ensure: 'file', force: true }),
      files: { x: '' },
    },
    'makes a file in place of a pipe': {
      source: `${acceptance}/handle_fifo_files.rb`,
      prepare: 'mkfifo x',
      manifest: file('x', { ensure: 'file', content: 'new' }),
      files: { x: 'new' },
      verify: 'test -f x',
    },
    'says that a pipe has no content': {
      source: `${acceptance}/handle_fifo_files.rb`,
      prepare: 'mkfifo x',
      manifest: file('x', { ensure: 'present', content: 'new' }),
      fails: /is\s+a\s+pipe,\s+which\s+has\s+no\s+content/,
      verify: 'test -p x',
      puppet: { differs: '0031' },
    },
    'removes a pipe': {
      source: `${acceptance}/handle_fifo_files.rb`,
      prepare: 'mkfifo x',
      manifest: file('x', { ensure: 'absent' }),
      verify: 'test ! -e x',
    },
    'gives a pipe an owner and a mode': {
      source: `${acceptance}/handle_fifo_files_when_recursing.rb`,
      prepare: 'mkfifo x',
      manifest: file('x', { owner: 'nobody', mode: '0620' }),
      verify: 'test "$(stat -c "%F %a %U" x)" = "fifo 620 nobody"',
    },
    'removes a socket': {
      source: 'puppet lib/puppet/type/file.rb: remove_existing',
      prepare: `perl -MSocket -e 'socket(S, PF_UNIX, SOCK_STREAM, 0); bind(S, pack_sockaddr_un("x"))'; test -S x`,
      manifest: file('x', { ensure: 'absent' }),
      verify: 'test ! -e x',
    },
    'does not replace a device': {
      source: `${unit}: not a directory, link, file, fifo, socket`,
      prepare: 'mknod x c 1 3',
      manifest: file('x', { ensure: 'file', content: 'new' }),
      fails: /is\s+a\s+device/,
      verify: 'test -c x',
    },

    // Names.
    'takes no notice of slashes at the end and doubled ones': {
      source: `${unit}: the path parameter`,
      manifest: (site, { dir }) => void new File(site, `/${dir}//x///`, { content: 'x' }),
      files: { x: 'x' },
    },
    'takes a way through .. for what it is': {
      source: 'puppet lib/puppet/type/file.rb: munge of path',
      manifest: file('missing/../x', { content: 'x' }),
      files: { x: 'x' },
    },
    'takes a path that is not its title': {
      source: 'puppet.com: types, file, path',
      manifest: (site, { dir }) => void new File(site, 'a title', { path: `${dir}/x`, content: 'x' }),
      files: { x: 'x' },
    },
    'refuses a path that is not absolute': {
      source: unit,
      manifest: (site) => void new File(site, 'etc/motd', { content: 'x' }),
      refused: /absolute path/,
      resources: { file: { 'etc/motd': { content: 'x' } } },
    },
    'writes files of odd names': {
      source: `${integration}: pound signs, spaces, UTF-8`,
      manifest: (site, { dir }) => {
        for (const name of odd) new File(site, `${dir}/${name}`, { content: name });
      },
      files: Object.fromEntries(odd.filter((name) => name !== '$HOME').map((name) => [name, name])),
      verify: `test "$(ls -A | wc -l)" -ge ${odd.length}`,
    },
    'removes files of odd names, and no others': {
      source: integration,
      prepare: "touch -- 'a b' '*' '-a' a b",
      manifest: (site, { dir }) => {
        for (const name of ['a b', '*', '-a']) new File(site, `${dir}/${name}`, { ensure: 'absent' });
      },
      verify: 'test "$(echo *)" = "a b"; test "$(ls | wc -l)" = 2',
    },
    'writes a file with as long a name as there may be': {
      source: 'Linux limits.h: NAME_MAX',
      prepare: `echo old > ${'n'.repeat(255)}`,
      manifest: file('n'.repeat(255), { content: 'new', mode: '0600' }),
      files: { ['n'.repeat(255)]: 'new' },
      verify: 'test "$(ls -A | wc -l)" = 1',
      puppet: { differs: '0031' },
    },

    // Content.
    'writes a content as it stands': {
      source: `${acceptance}/content_attribute.rb`,
      manifest: file('x', { content: 'one\r\ntwo\t$HOME `x` \\n \u{1F980}\n\nno end' }),
      files: { x: 'one\r\ntwo\t$HOME `x` \\n \u{1F980}\n\nno end' },
    },
    'empties a file': {
      source: 'puppet spec/unit/type/file/content_spec.rb: empty string',
      prepare: 'echo old > x',
      manifest: file('x', { content: '' }),
      files: { x: '' },
    },
    'makes an empty file of an empty content': {
      source: 'puppet spec/unit/type/file/content_spec.rb: empty string',
      manifest: file('x', { content: '' }),
      files: { x: '' },
    },
    'tells a content with a line break at its end from one without': {
      source: 'puppet spec/unit/type/file/content_spec.rb',
      prepare: 'printf "a" > x',
      manifest: file('x', { content: 'a\n' }),
      files: { x: 'a\n' },
    },
    'replaces a content of the same length': {
      source: integration,
      prepare: 'printf abcd > x; touch -d 2001-01-01 x',
      manifest: file('x', { content: 'abce' }),
      files: { x: 'abce' },
    },
    'keeps owner and mode of a file that gets another content': {
      source: 'puppet lib/puppet/util.rb: replace_file',
      prepare: 'echo old > x; chown nobody:nogroup x; chmod 4751 x',
      manifest: file('x', { content: 'new' }),
      files: { x: 'new' },
      verify: 'test "$(stat -c "%a %U %G" x)" = "4751 nobody nogroup"',
    },
    'writes bytes that are no text': {
      source: `${acceptance}/bin_diff_output_content_attribute.rb`,
      prepare: 'printf "\\\\000\\\\001" > x',
      manifest: file('x', { content: Buffer.from([0, 255, 10, 128, 0]) }),
      verify: 'test "$(od -An -tx1 x | tr -d " ")" = 00ff0a8000',
      says: /binary/,
    },
    'shows what changes': {
      source: `${acceptance}/ascii_diff_output_content_attribute.rb`,
      prepare: 'printf "one\\ntwo\\n" > x',
      manifest: file('x', { content: 'one\nthree\n' }),
      says: /-two\s+\+three/,
    },
    'does not show what changes where show_diff is false': {
      source: `${unit}: show_diff`,
      prepare: 'echo old-words > x',
      manifest: file('x', { content: 'new-words\n', show_diff: false }),
      says: /^(?![\s\S]*(?:old|new)-words)/,
      files: { x: 'new-words\n' },
    },
    'does not replace a file that is there': {
      source: 'puppet.com: types, file, replace',
      prepare: 'echo old > x',
      manifest: file('x', { content: 'new', replace: false }),
      inSync: true,
      files: { x: 'old\n' },
    },
    'makes a file that is not there, although it would not replace one': {
      source: 'puppet.com: types, file, replace',
      manifest: file('x', { content: 'new', replace: false }),
      files: { x: 'new' },
    },
    'manages owner and mode of what it does not replace': {
      source: 'puppet.com: types, file, replace',
      prepare: 'echo old > x',
      manifest: file('x', { content: 'new', replace: false, mode: '0600', owner: 'nobody' }),
      files: { x: 'old\n' },
      verify: 'test "$(stat -c "%a %U" x)" = "600 nobody"',
    },
    'leaves a directory in place where it may not replace it': {
      source: `${ensure}: insync?`,
      prepare: 'mkdir x',
      manifest: file('x', { ensure: 'file', content: 'new', replace: false }),
      inSync: true,
      verify: 'test -d x',
    },
    'removes what may not be replaced': {
      source: ensure,
      prepare: 'echo old > x',
      manifest: file('x', { ensure: 'absent', replace: false }),
      verify: 'test ! -e x',
      puppet: { differs: '0031' },
    },
    'refuses a content and a source': {
      source: `${unit}: when validating`,
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'x', source: '/etc/hostname' }),
      refused: /content and source cannot be combined/,
      resources: { file: { '/srv/x': { content: 'x', source: '/etc/hostname' } } },
    },
    'refuses a content and a target': {
      source: `${unit}: when validating`,
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'x', target: '/etc/hostname' }),
      refused: /content and target cannot be combined/,
      resources: { file: { '/srv/x': { content: 'x', target: '/etc/hostname' } } },
    },
    'leaves the other names of a file as they are': {
      source: 'puppet lib/puppet/file_system/posix.rb: replace_file',
      prepare: 'echo old > x; ln x y',
      manifest: file('x', { content: 'new' }),
      files: { x: 'new', y: 'old\n' },
    },
    'leaves nothing beside what it writes': {
      source: 'puppet lib/puppet/file_system/posix.rb: replace_file',
      prepare: 'echo old > x',
      manifest: file('x', { content: 'new' }),
      verify: 'test "$(ls -A)" = x',
    },

    // Validation.
    'asks a command before it puts a content in place': {
      source: `${integration}: validate_cmd`,
      prepare: 'echo old > x',
      manifest: file('x', { content: 'new\n', validate_cmd: '/bin/grep new %' }),
      files: { x: 'new\n' },
    },
    'keeps the old content where the command does not approve': {
      source: `${integration}: validate_cmd`,
      prepare: 'echo old > x',
      manifest: file('x', { content: 'new\n', validate_cmd: '/bin/grep good %' }),
      fails: /refused/,
      files: { x: 'old\n' },
      verify: 'test "$(ls -A)" = x',
    },
    'makes no file where the command does not approve': {
      source: `${integration}: validate_cmd`,
      manifest: file('x', { content: 'new\n', validate_cmd: '/bin/false %' }),
      fails: /refused/,
      verify: 'test -z "$(ls -A)"',
    },
    'asks a command about what it copies': {
      source: `${integration}: validate_cmd`,
      prepare: 'echo bad > y; echo old > x',
      manifest: (site, { dir }) =>
        void new File(site, `${dir}/x`, { source: `${dir}/y`, validate_cmd: '/bin/grep good %' }),
      fails: /refused/,
      files: { x: 'old\n' },
    },
    'takes another sign for the path': {
      source: 'puppet.com: types, file, validate_replacement',
      manifest: file('x', {
        content: '100%\n',
        validate_cmd: '/bin/grep 100% {}',
        validate_replacement: '{}',
      }),
      files: { x: '100%\n' },
    },
    'asks nobody about a content that is there': {
      source: `${integration}: validate_cmd`,
      prepare: 'printf x > x',
      manifest: file('x', { content: 'x', validate_cmd: '/bin/false %' }),
      inSync: true,
    },
    'says what the command says': {
      source: integration,
      manifest: file('x', { content: 'new\n', validate_cmd: "/bin/sh -c 'echo line 3 is wrong; exit 1' %" }),
      fails: /line\s+3\s+is\s+wrong/,
      verify: 'test ! -e x',
    },
  },
};

export default chosenCase(peers);
