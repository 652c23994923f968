import { File, type Scope } from 'glance-apply';
import type { PeerCases, Premises } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const acceptance = 'puppet acceptance/tests/resource/file/symbolic_modes.rb';
const integration = 'puppet spec/integration/type/file_spec.rb: when setting permissions';
const util = 'puppet spec/unit/util/symbolic_file_mode_spec.rb';

/** A mode, what it is applied to, and what comes out; all as in the acceptance test. */
type Row = readonly [mode: string, before: string, after: string];

const newFiles: readonly Row[] = [
  ['u=r', '', '444'],
  ['u=w', '', '244'],
  ['u=rwx', '', '744'],
  ['u=rwxt', '', '1744'],
  ['u=rwxs', '', '4744'],
  ['u=rwxts', '', '5744'],
  ['ug=rwxs', '', '6774'],
  ['ug=rwxts', '', '7774'],
  ['ugo=rwxt', '', '1777'],
  ['u=rwx,g=rx,o=', '', '750'],
  ['a=rwx', '', '777'],
  ['u+x', '', '744'],
];
const newDirectories: readonly Row[] = [
  ['u=r', '', '455'],
  ['u=rwxt', '', '1755'],
  ['ug=rwxs', '', '6775'],
  ['ugo=rwxt', '', '1777'],
  ['u=rwx,g=rx,o=', '', '750'],
  ['go-rx', '', '700'],
];
const files: readonly Row[] = [
  ['u+r', '200', '600'],
  ['u+X', '100', '100'],
  ['u+X', '200', '200'],
  ['u+X', '410', '510'],
  ['a+X', '600', '600'],
  ['a+X', '700', '711'],
  ['u+s', '744', '4744'],
  ['g+s', '744', '2744'],
  ['u+t', '744', '1744'],
  ['u-s', '4744', '744'],
  ['g-s', '2744', '744'],
  ['u-t', '1744', '744'],
  ['a-t', '7777', '6777'],
  ['u-x', '600', '600'],
];
const directories: readonly Row[] = [
  ['u+X', '200', '300'],
  ['a+X', '600', '711'],
  ['+t', '777', '1777'],
  ['o-t', '1777', '777'],
  ['g+s', '755', '2755'],
  ['u-s,g-s', '6755', '755'],
];
/** Rows of the unit test that say what refers to what. */
const references: readonly Row[] = [
  ['a-rwx', '7777', '7000'],
  ['ug-rwx', '7777', '7007'],
  ['a+g', '2060', '2666'],
  ['a-g', '2666', '2000'],
  ['=rw,+X', '7676', '7777'],
  ['=rw,+X', '7666', '7666'],
  ['go=', '7777', '7700'],
  ['g=u-w', '700', '750'],
  ['g=u-w', '300', '310'],
  ['g=u+r-w', '300', '350'],
  ['ug=', '666', '6'],
];

const many =
  (kind: 'file' | 'directory', rows: readonly Row[]) =>
  (site: Scope, { dir }: Premises) => {
    for (const [index, [mode]] of rows.entries()) new File(site, `${dir}/${index}`, { ensure: kind, mode });
  };

/** Makes what the rows are applied to. */
function made(kind: 'file' | 'directory', rows: readonly Row[]): string {
  return rows
    .map(([, before], index) => `${kind === 'file' ? 'touch' : 'mkdir'} ${index}; chmod ${before} ${index}`)
    .join('; ');
}

function proven(rows: readonly Row[]): string {
  return rows.map(([, , after], index) => `test "$(stat -c %a ${index})" = ${after}`).join('; ');
}

const one =
  (given: ConstructorParameters<typeof File>[2]) =>
  (site: Scope, { dir }: Premises) =>
    void new File(site, `${dir}/x`, given);

export const peers: PeerCases = {
  cases: {
    'gives new files symbolic modes': {
      source: acceptance,
      manifest: many('file', newFiles),
      verify: proven(newFiles),
    },
    'gives new directories symbolic modes': {
      source: acceptance,
      manifest: many('directory', newDirectories),
      verify: proven(newDirectories),
    },
    'changes modes of files by symbols': {
      source: acceptance,
      prepare: made('file', files),
      manifest: many('file', files),
      verify: proven(files),
    },
    'changes modes of directories by symbols': {
      source: acceptance,
      prepare: made('directory', directories),
      manifest: many('directory', directories),
      verify: proven(directories),
    },
    'takes what a clause refers to for what was there before it': {
      source: util,
      prepare: made('file', references),
      manifest: many('file', references),
      verify: proven(references),
    },
    'keeps the sticky bit out of what s means': {
      source: `${acceptance}: ugo=rwxs, which it marks as a fault`,
      manifest: one({ ensure: 'file', mode: 'ugo=rwxs' }),
      verify: 'test "$(stat -c %a x)" = 6777',
      puppet: { differs: '0031' },
    },
    'refuses symbols that there are not': {
      source: util,
      manifest: one({ mode: 'u+q' }),
      refused: /mode must be/,
      resources: { file: { '/srv/x': { mode: 'u+q' } } },
    },
    'refuses a mode of other digits': {
      source: util,
      manifest: one({ mode: '0888' }),
      refused: /mode must be/,
      resources: { file: { '/srv/x': { mode: '0888' } } },
    },
    'refuses a mode that is a number': {
      source: 'puppet spec/unit/type/file/mode_spec.rb',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { mode: 420 as never }),
      refused: /mode must be a string/,
      resources: { file: { '/srv/x': { mode: 420 as never } } },
    },
    'takes a mode of three digits': {
      source: 'puppet spec/unit/type/file/mode_spec.rb',
      prepare: 'touch x; chmod 640 x',
      manifest: one({ mode: '640' }),
      inSync: true,
    },
    'takes bits away that a mode of digits does not have': {
      source: 'puppet.com: types, file, mode',
      prepare: 'touch x; chmod 6755 x',
      manifest: one({ mode: '755' }),
      verify: 'test "$(stat -c %a x)" = 755',
    },
    'takes the bits away that a directory inherited': {
      source: 'puppet.com: types, file, mode',
      prepare: 'mkdir x; chmod 2775 x',
      manifest: one({ ensure: 'directory', mode: '0775' }),
      verify: 'test "$(stat -c %a x)" = 775',
    },
    'gives a new file in a directory with setgid the declared mode': {
      source: 'puppet.com: types, file, mode',
      prepare: 'chgrp games .; chmod 2775 .',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { ensure: 'directory', mode: '0750' });
        new File(site, `${dir}/y`, { content: 'y', mode: '0640', group: 'root' });
      },
      verify: 'test "$(stat -c "%a" x)" = 750; test "$(stat -c "%a %G" y)" = "640 root"',
    },
    'lets those search a directory who may read it': {
      source: integration,
      manifest: one({ ensure: 'directory', mode: '0644' }),
      verify: 'test "$(stat -c %a x)" = 755',
    },
    'lets nobody search a directory who may not read it': {
      source: integration,
      prepare: 'mkdir x',
      manifest: one({ ensure: 'directory', mode: '0600' }),
      verify: 'test "$(stat -c %a x)" = 700',
    },
    'leaves a directory alone that has the mode that is meant': {
      source: integration,
      prepare: 'mkdir x; chmod 755 x',
      manifest: one({ ensure: 'directory', mode: '0644' }),
      inSync: true,
    },
    'does not let a file be run that takes the place of a directory': {
      source: `${integration} (#10365)`,
      prepare: 'mkdir x; chmod 777 x',
      manifest: one({ content: 'x', mode: '0644', force: true }),
      verify: 'test "$(stat -c %a x)" = 644',
      puppet: { differs: '0031' },
    },
    'lets a directory be searched that takes the place of a file': {
      source: integration,
      prepare: 'touch x; chmod 644 x',
      manifest: one({ ensure: 'directory', mode: '0644' }),
      verify: 'test "$(stat -c "%F %a" x)" = "directory 755"',
    },
    'gives setuid back to a file that gets another owner': {
      source: 'chown(2): set-user-ID and set-group-ID are cleared',
      prepare: 'touch x; chmod 6755 x',
      manifest: one({ owner: 'nobody', mode: '6755' }),
      verify: 'test "$(stat -c "%a %U" x)" = "6755 nobody"',
      puppet: { differs: '0031' },
    },
    'leaves the mode of a link to what it points to': {
      source: 'puppet spec/unit/type/file_spec.rb: when managing links',
      prepare: 'touch y; chmod 600 y; ln -s y x',
      manifest: one({ mode: '0755' }),
      inSync: true,
      verify: 'test "$(stat -c %a y)" = 600',
    },
    'changes the mode of what a link points to': {
      source: 'puppet spec/unit/type/file_spec.rb: when managing links',
      prepare: 'touch y; chmod 600 y; ln -s y x',
      manifest: one({ mode: '0755', links: 'follow' }),
      verify: 'test "$(stat -c %a y)" = 755; test -L x',
    },
    'gives a file to a user and a group': {
      source: integration,
      manifest: one({ content: 'x', owner: 'nobody', group: 'games' }),
      verify: 'test "$(stat -c "%U %G" x)" = "nobody games"',
    },
    'takes numbers of users and groups that have no name': {
      source: 'puppet spec/unit/type/file/owner_spec.rb',
      manifest: one({ content: 'x', owner: '12345', group: '23456' }),
      verify: 'test "$(stat -c "%u %g" x)" = "12345 23456"',
    },
    'takes a number for a name that has it': {
      source: 'puppet spec/unit/type/file/owner_spec.rb',
      prepare: 'touch x',
      manifest: one({ owner: '0', group: '0' }),
      inSync: true,
    },
    'says which user does not exist': {
      source: 'puppet spec/unit/type/file/owner_spec.rb',
      manifest: one({ content: 'x', owner: 'nobody-here' }),
      fails: /nobody-here/,
    },
    'gives the link to a user, and not what it points to': {
      source: 'puppet lib/puppet/provider/file/posix.rb: lchown',
      prepare: 'touch y; ln -s y x',
      manifest: one({ owner: 'nobody' }),
      verify: 'test "$(stat -c %U x)" = nobody; test "$(stat -c %U y)" = root',
    },
  },
};

export default chosenCase(peers);
