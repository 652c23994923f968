import { File, type Scope, Tidy } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const unit = 'puppet spec/unit/type/tidy_spec.rb';
const integration = 'puppet spec/integration/type/tidy_spec.rb';
const type = 'puppet lib/puppet/type/tidy.rb';

type Given = ConstructorParameters<typeof Tidy>[2];

const tidy =
  (given: Given, name = 't') =>
  (site: Scope, { dir }: { readonly dir: string }) =>
    void new Tidy(site, `${dir}/${name}`, given);

/** Two old files and two new ones, an old directory and an empty one; when they were read is when they were written. */
const tree = `mkdir -p t/d t/empty; touch t/new t/d/new; touch -d '10 days ago' t/old.log t/old.txt t/d/old.log; touch -d '10 days ago' t/d t/empty`;
const left = (names: string) => `test "$(cd t; find . -mindepth 1 | sort | tr "\\n" " ")" = "${names} "`;

export const peers: PeerCases = {
  cases: {
    'removes old files': {
      source: 'puppet acceptance/tests/resource/tidy/should_remove_old_files.rb',
      prepare: tree,
      manifest: tidy({ age: '1w', recurse: true }),
      verify: left('./d ./d/new ./empty ./new'),
    },
    'removes nothing that is not old enough': {
      source: `${unit}: matching files by age`,
      prepare: tree,
      manifest: tidy({ age: '2 weeks'.replace(' ', ''), recurse: true }),
      inSync: true,
    },
    'counts in days where no unit is given': {
      source: `${unit}: matching files by age`,
      prepare: tree,
      manifest: (site, { dir }) => {
        new Tidy(site, 'nine', { path: `${dir}/t/d`, age: 9, recurse: true });
        new Tidy(site, 'eleven', { path: `${dir}/t`, age: '11', recurse: true });
      },
      verify: left('./d ./d/new ./empty ./new ./old.log ./old.txt'),
      puppet: { differs: '0031' },
    },
    'removes everything of an age of 0': {
      source: `${unit}: the specified age is 0`,
      prepare: tree,
      manifest: tidy({ age: 0, recurse: true }),
      verify: left('./d ./empty'),
      puppet: { differs: '0031' },
    },
    'removes large files': {
      source: `${unit}: matching files by size`,
      prepare:
        'mkdir t; head -c 1023 /dev/zero > t/a; head -c 1024 /dev/zero > t/b; head -c 2048 /dev/zero > t/c',
      manifest: tidy({ size: '1', recurse: true }),
      verify: left('./a'),
    },
    'takes bytes for sizes': {
      source: `${unit}: matching files by size`,
      prepare: 'mkdir t; head -c 9 /dev/zero > t/a; head -c 10 /dev/zero > t/b',
      manifest: tidy({ size: '10b', recurse: true }),
      verify: left('./a'),
    },
    'removes what is large or old': {
      source: `${unit}: age and size are set but only one matches`,
      prepare: `${tree}; head -c 5000 /dev/zero > t/large`,
      manifest: tidy({ size: '4k', age: '1w', recurse: true }),
      verify: left('./d ./d/new ./empty ./new'),
    },
    'removes what matches': {
      source: `${unit}: provided glob patterns`,
      prepare: `${tree}; touch t/.hidden.log t/x.log.1`,
      manifest: tidy({ matches: ['*.log', '[x-z].log.?'], recurse: true }),
      verify: left('./d ./d/new ./empty ./new ./old.txt'),
    },
    'removes what matches and is old': {
      source: `${unit}: does not match aging requirements`,
      prepare: `${tree}; touch t/new.log`,
      manifest: tidy({ matches: '*.log', age: '1w', recurse: true }),
      verify: left('./d ./d/new ./empty ./new ./new.log ./old.txt'),
    },
    'goes as deep as it is told': {
      source: `${unit}: limited recursion`,
      prepare: tree,
      manifest: tidy({ age: '1w', recurse: 1 }),
      verify: left('./d ./d/new ./d/old.log ./empty ./new'),
    },
    'looks at a file alone without recurse': {
      source: `${unit}: recursion is not used`,
      prepare: tree,
      manifest: tidy({ age: '1w' }, 't/old.log'),
      verify: left('./d ./d/new ./d/old.log ./empty ./new ./old.txt'),
    },
    'leaves a directory alone without recurse': {
      source: `${unit}: a directory and rmdirs is set to false`,
      prepare: tree,
      manifest: tidy({ age: '1w' }),
      inSync: true,
    },
    'does nothing about what is not there': {
      source: `${unit}: the targeted file does not exist`,
      manifest: tidy({ age: '1w', recurse: true }),
      inSync: true,
    },
    'removes directories that are empty by then': {
      source: `${type}: rmdirs`,
      prepare: 'mkdir -p t/d/e t/empty; touch t/d/e/x t/d/y',
      manifest: tidy({ recurse: true, rmdirs: true }),
      verify: 'test ! -e t',
    },
    'keeps a directory in which something stays': {
      source: `${type}: rmdirs, "only empty directories"`,
      prepare: `${tree}; touch -d '10 days ago' t/d t`,
      manifest: tidy({ age: '1w', recurse: true, rmdirs: true }),
      verify: left('./d ./d/new ./new'),
      puppet: { differs: '0031' },
    },
    'keeps a directory whose content is deeper than it looks': {
      source: `${type}: rmdirs and recurse`,
      prepare: 'mkdir -p t/d; touch t/d/deep; touch t/x',
      manifest: tidy({ recurse: 1, rmdirs: true }),
      verify: left('./d ./d/deep'),
      puppet: { differs: '0031' },
    },
    'leaves alone what a file manages': {
      source: `${type}: ignores managed resources`,
      prepare: tree,
      manifest: (site, { dir }) => {
        new File(site, `${dir}/t/old.log`, { ensure: 'present' });
        new Tidy(site, `${dir}/t`, { recurse: true });
      },
      verify: left('./d ./empty ./old.log'),
    },
    'removes links, and nothing that they point to': {
      source: `${integration}: symlinks`,
      prepare: 'mkdir t d; touch d/kept; ln -s ../d t/l; ln -s /nowhere t/n',
      manifest: tidy({ recurse: true }),
      verify: 'test -z "$(ls -A t)"; test -e d/kept',
    },
    'counts from the last change of the content': {
      source: `${unit}: should use the age type specified`,
      prepare: "mkdir t; touch t/a t/b; touch -m -d '10 days ago' t/a; touch -a -d '10 days ago' t/b",
      manifest: tidy({ age: '1w', type: 'mtime', recurse: true }),
      verify: left('./b'),
    },
    'counts from the last reading': {
      source: `${unit}: should use the age type specified`,
      prepare: "mkdir t; touch t/a t/b; touch -m -d '10 days ago' t/a; touch -a -d '10 days ago' t/b",
      manifest: tidy({ age: '1w', recurse: true }),
      verify: left('./a'),
    },
    'removes files of odd names': {
      source: integration,
      prepare: 'mkdir t; touch "t/a b" "t/*" t/-x "t/\nline" t/ünï',
      manifest: tidy({ recurse: true }),
      verify: 'test -z "$(ls -A t)"',
    },
    'tidies one directory for several reasons': {
      source: 'puppet acceptance/tests/resource/tidy/resources_should_be_non_isomorphic.rb',
      prepare: 'mkdir t; touch t/a t/b t/c',
      manifest: (site, { dir }) => {
        for (const name of ['a', 'b'])
          new Tidy(site, `tidy ${name}`, { path: `${dir}/t`, recurse: true, matches: name });
      },
      verify: left('./c'),
    },
    'counts what max_files limits': {
      source: `${unit}: max_files`,
      prepare: 'mkdir t; touch t/a t/b t/c',
      manifest: tidy({ recurse: true, max_files: 2 }),
      fails: /max_files\s+is\s+2/,
      verify: 'test -e t/a',
      puppet: { differs: '0031' },
    },
    'refuses patterns where it does not recurse': {
      source: `${unit}: matches is given with recurse is not specified`,
      manifest: tidy({ matches: '*.log' }),
      refused: /matches\s+applies\s+to\s+what\s+recurse\s+finds/,
      resources: { tidy: { '/srv/t': { matches: '*.log' } } },
    },
    'refuses a unit of age that there is not': {
      source: `${unit}: when matching files by age`,
      manifest: tidy({ age: '1y' }),
      refused: /age must be/,
      resources: { tidy: { '/srv/t': { age: '1y' } } },
    },
    'refuses a unit of size that there is not': {
      source: `${unit}: when matching files by size`,
      manifest: tidy({ size: '1x' }),
      refused: /size must be/,
      resources: { tidy: { '/srv/t': { size: '1x' } } },
    },
    'keeps what it removes in a filebucket': {
      source: `${type}: backup`,
      prepare: 'mkdir t; echo old-words > t/a',
      manifest: tidy({ recurse: true, backup: 'puppet' }),
      verify: 'test ! -e t/a; grep -rq old-words /run/peers/$NAME',
      puppet: { notApplicable: 'it looks into the state directory' },
    },
  },
};

export default chosenCase(peers);
