import { File } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';
import { fileInDirectory as x } from '../file-in-directory.js';

const acceptance = 'puppet acceptance/tests/resource/file';
const integration = 'puppet spec/integration/type/file_spec.rb';
const target = 'puppet lib/puppet/type/file/target.rb';

export const peers: PeerCases = {
  cases: {
    'makes a link': {
      source: `${acceptance}/should_create_symlink.rb`,
      prepare: 'echo y > y',
      manifest: x({ ensure: 'link', target: '$DIR/y' }),
      verify: 'test "$(readlink x)" = "$DIR/y"',
    },
    'makes a link where a target is all that is said': {
      source: `${integration}: if ensure is omitted`,
      manifest: x({ target: '/nowhere' }),
      verify: 'test "$(readlink x)" = /nowhere',
    },
    'makes a link where ensure is the path': {
      source: 'puppet lib/puppet/type/file/ensure.rb: munge',
      manifest: x({ ensure: '/nowhere' }),
      verify: 'test "$(readlink x)" = /nowhere',
    },
    'writes a relative target as it stands': {
      source: target,
      prepare: 'mkdir d; touch d/y',
      manifest: x({ ensure: 'link', target: 'd/../d/y' }),
      verify: 'test "$(readlink x)" = d/../d/y; test -f x',
    },
    'points a link to something else': {
      source: target,
      prepare: 'ln -s /etc/passwd x',
      manifest: x({ target: '/etc/group' }),
      verify: 'test "$(readlink x)" = /etc/group',
    },
    'points a link of a directory to something else': {
      source: target,
      prepare: 'mkdir a b; ln -s a x',
      manifest: x({ target: 'b' }),
      verify: 'test "$(readlink x)" = b; test ! -e a/b',
    },
    'leaves a link alone that points there': {
      source: target,
      prepare: 'ln -s /nowhere x',
      manifest: x({ target: '/nowhere' }),
      inSync: true,
    },
    'makes a link in place of a file': {
      source: target,
      prepare: 'echo old > x',
      manifest: x({ target: '/etc/hostname' }),
      verify: 'test "$(readlink x)" = /etc/hostname',
    },
    'makes no link in place of a directory without force': {
      source: 'puppet spec/unit/type/file_spec.rb: remove_existing',
      prepare: 'mkdir x; touch x/y',
      manifest: x({ target: '/etc/hostname' }),
      fails: /force/,
      verify: 'test -e x/y',
    },
    'makes a link in place of a directory by force': {
      source: 'puppet spec/unit/type/file_spec.rb: remove_existing',
      prepare: 'mkdir x; touch x/y',
      manifest: x({ target: '/etc', force: true }),
      verify: 'test "$(readlink x)" = /etc; test -e /etc/passwd',
    },
    'makes no link where something else is and must not be replaced': {
      source: `${target}: insync?`,
      prepare: 'ln -s /etc/passwd x',
      manifest: x({ target: '/etc/group', replace: false }),
      inSync: true,
      verify: 'test "$(readlink x)" = /etc/passwd',
    },
    'refuses a link without a target': {
      source: 'puppet lib/puppet/type/file/ensure.rb: link',
      manifest: x({ ensure: 'link' }),
      refused: /a link needs a target/,
      resources: { file: { '/srv/x': { ensure: 'link' } } },
    },
    'removes a link, and not what it points to': {
      source: 'puppet lib/puppet/type/file/ensure.rb: absent',
      prepare: 'echo y > y; ln -s y x',
      manifest: x({ ensure: 'absent' }),
      verify: 'test ! -L x; test -f y',
    },
    'removes a link to a directory without force': {
      source: 'puppet lib/puppet/type/file/ensure.rb: absent',
      prepare: 'mkdir y; touch y/z; ln -s y x',
      manifest: x({ ensure: 'absent' }),
      verify: 'test ! -L x; test -f y/z',
    },
    'removes a link that leads nowhere': {
      source: 'puppet lib/puppet/type/file.rb: stat',
      prepare: 'ln -s /nowhere x',
      manifest: x({ ensure: 'absent' }),
      verify: 'test ! -L x',
    },
    'writes a file in place of a link': {
      source: 'puppet lib/puppet/type/file.rb: write',
      prepare: 'echo old > y; ln -s y x',
      manifest: x({ ensure: 'file', content: 'new' }),
      files: { y: 'old\n', x: 'new' },
      verify: 'test ! -L x',
    },
    'writes what a link points to': {
      source: 'puppet.com: types, file, links',
      prepare: 'mkdir d; echo old > d/y; ln -s d/y x',
      manifest: x({ content: 'new', links: 'follow' }),
      files: { 'd/y': 'new' },
      verify: 'test -L x; test "$(ls -A d)" = y',
      puppet: { differs: '0031' },
    },
    'writes what a chain of links points to': {
      source: 'puppet.com: types, file, links',
      prepare: 'mkdir d; echo old > d/y; ln -s d/y z; ln -s z x',
      manifest: x({ content: 'new', links: 'follow' }),
      files: { 'd/y': 'new' },
      verify: 'test -L x; test -L z',
      puppet: { differs: '0031' },
    },
    'says where links lead in a circle': {
      source: 'puppet.com: types, file, links',
      prepare: 'ln -s x z; ln -s z x',
      manifest: x({ content: 'new', links: 'follow' }),
      fails: /form a cycle/,
    },
    'does nothing about what a dangling link points to': {
      source: `${integration} (#6856)`,
      prepare: 'ln -s /nowhere/at/all x',
      manifest: x({ mode: '0600', links: 'follow' }),
      inSync: true,
    },
    'writes below a link to a directory': {
      source: 'puppet lib/puppet/type/file.rb',
      prepare: 'mkdir d; ln -s d l',
      manifest: (site, { dir }) => void new File(site, `${dir}/l/y`, { content: 'y' }),
      files: { 'd/y': 'y' },
      verify: 'test -L l',
    },
    'makes a directory in place of a link to one': {
      source: 'puppet lib/puppet/type/file/ensure.rb',
      prepare: 'mkdir d; touch d/y; ln -s d x',
      manifest: x({ ensure: 'directory' }),
      verify: 'test ! -L x; test -d x; test -e d/y',
    },
    'takes a link to a directory for one': {
      source: 'puppet.com: types, file, links',
      prepare: 'mkdir d; ln -s d x',
      manifest: x({ ensure: 'directory', links: 'follow' }),
      inSync: true,
      verify: 'test -L x',
    },
    'copies a link as the link that it is': {
      source: `${integration}: copying a file that is a link to a file`,
      prepare: 'echo y > y; ln -s y s',
      manifest: x({ source: '$DIR/s' }),
      verify: 'test "$(readlink x)" = y',
    },
    'copies what a link points to': {
      source: `${integration}: copying a file that is a link to a file; ticket_7680-follow-symlinks.rb`,
      prepare: 'echo y > y; ln -s y s',
      manifest: x({ source: '$DIR/s', links: 'follow' }),
      files: { x: 'y\n' },
      verify: 'test ! -L x',
    },
    'copies a link to a directory as the link that it is': {
      source: `${integration}: copying a file that is a link to a directory`,
      prepare: 'mkdir d; touch d/y; ln -s d s',
      manifest: x({ source: '$DIR/s' }),
      verify: 'test "$(readlink x)" = d',
    },
    'copies the directory that a link points to': {
      source: `${integration}: copying a file that is a link to a directory`,
      prepare: 'mkdir d; touch d/y; ln -s d s',
      manifest: x({ source: '$DIR/s', links: 'follow' }),
      verify: 'test ! -L x; test -d x; test ! -e x/y',
    },
    'copies the directory that a link points to with what is in it': {
      source: `${integration}: the recurse attribute is true`,
      prepare: 'mkdir d; echo y > d/y; ln -s d s',
      manifest: x({ source: '$DIR/s', links: 'follow', recurse: true }),
      files: { 'x/y': 'y\n' },
      verify: 'test ! -L x',
    },
    'copies a link although recurse is set': {
      source: `${integration}: the recurse attribute is true`,
      prepare: 'mkdir d; echo y > d/y; ln -s d s',
      manifest: x({ source: '$DIR/s', recurse: true }),
      verify: 'test "$(readlink x)" = d',
    },
    'links what is in a directory one by one': {
      source: `${integration}: recursively make links to other files`,
      prepare: 'mkdir -p d/e; touch d/y d/e/z',
      manifest: x({ ensure: 'directory', target: '$DIR/d', recurse: true }),
      verify: 'test "$(readlink x/y)" = "$DIR/d/y"; test "$(readlink x/e/z)" = "$DIR/d/e/z"; test -d x/e',
    },
    'links what is in a directory where ensure says link': {
      source: 'puppet spec/unit/type/file_spec.rb: recurse_link',
      prepare: 'mkdir -p d/e; touch d/y d/e/z; mkdir x',
      manifest: x({ ensure: 'link', target: '$DIR/d', recurse: true }),
      verify: 'test ! -L x; test "$(readlink x/y)" = "$DIR/d/y"; test "$(readlink x/e/z)" = "$DIR/d/e/z"',
    },
  },
};

export default chosenCase(peers);
