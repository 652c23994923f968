import { Exec, File, FileLine } from 'glance-apply';
import type { PeerCase, PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const acceptance = 'stdlib spec/acceptance/file_line_spec.rb';
const unit = 'stdlib spec/unit/puppet/provider/file_line';
const type = 'stdlib spec/unit/puppet/type/file_line_spec.rb';
const provider = 'stdlib lib/puppet/provider/file_line/ruby.rb';

type Attributes = NonNullable<ConstructorParameters<typeof FileLine>[2]>;

/** A case of one line in the file `f`, which has `before` in it. */
function lineIn(
  before: string,
  attributes: Omit<Attributes, 'path'>,
  after: string,
  source: string,
  more: Partial<PeerCase> = {},
): PeerCase {
  return {
    source,
    prepare: `printf '%s' '${before}' > f`,
    manifest: (site, { dir }) => void new FileLine(site, 'the line', { path: `${dir}/f`, ...attributes }),
    files: { f: after },
    inSync: before === after,
    ...more,
  };
}

/** A line that is refused by its attributes alone. */
function refused(attributes: Attributes, message: RegExp, source: string, resource?: object): PeerCase {
  return {
    source,
    manifest: (site) => void new FileLine(site, 'the line', attributes),
    refused: message,
    resources: { file_line: { 'the line': { ...attributes, ...resource } as Record<string, object> } },
  };
}

const foo = { line: 'foo = bar', match: '^foo\\s*=.*$' };
const limit = { line: '*\thard\tcore\t0', match: '^[ \t]*\\*[ \t]+hard[ \t]+core[ \t]+.*', multiple: true };
const everywhere = { line: 'foo', multiple: true, replace_all_matches_not_matching_line: true };
const gone = { ensure: 'absent', match: 'o$', match_for_absence: true } as const;
const inserted = 'inserted = line';

export const peers: PeerCases = {
  cases: {
    'adds a line at the end': lineIn(
      'a wild file\n',
      { line: 'has appeared' },
      'a wild file\nhas appeared\n',
      acceptance,
    ),
    'ends the last line of a file before it adds one, and its own': lineIn(
      'foo bar',
      { line: 'foo' },
      'foo bar\nfoo\n',
      `${unit}/ruby_spec.rb`,
    ),
    'is content with a last line that does not end': lineIn(
      'foo',
      { line: 'foo' },
      'foo',
      `${unit}/ruby_spec.rb`,
    ),
    'adds a line to an empty file': lineIn('', { line: 'foo' }, 'foo\n', provider),
    'means the whole line, with the spaces around it': lineIn(
      ' foo\nfoo \n',
      { line: 'foo' },
      ' foo\nfoo \nfoo\n',
      provider,
    ),
    'takes characters of patterns in a line for themselves': lineIn(
      'aXc\n',
      { line: 'a.c (x|y)* [z] \\1 $' },
      'aXc\na.c (x|y)* [z] \\1 $\n',
      provider,
    ),
    'puts what looks like a reference to a group in as it is': lineIn(
      'x=1\n',
      { line: 'x=\\0 $1 $& \\1', match: '^(x)=' },
      'x=\\0 $1 $& \\1\n',
      provider,
    ),
    'takes characters of any script': lineIn(
      'ьåя=βļάħ\n',
      { line: 'この=それ', match: '^ьåя=βļάħ$' },
      'この=それ\n',
      type,
    ),
    'replaces the line that matches': lineIn(
      'a wild file\nhas appeared\n',
      { line: 'a tame file', match: '^a wild' },
      'a tame file\nhas appeared\n',
      acceptance,
    ),
    'ends the last line of a file in which it replaces another': lineIn(
      'foo=blah\nfoo2',
      foo,
      'foo = bar\nfoo2\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'adds a line where none matches': lineIn(
      'foo1\nfoo2',
      foo,
      'foo1\nfoo2\nfoo = bar\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'needs no pattern that matches the line itself': lineIn(
      '#LogLevel\nstuff\n',
      { line: 'LogLevel=notice', match: '^#LogLevel$' },
      'LogLevel=notice\nstuff\n',
      `${unit}/ruby_use_cases_spec.rb (MODULES-5651)`,
    ),
    'is content with the line, though another one matches': lineIn(
      '#LogLevel\nLogLevel=notice\n',
      { line: 'LogLevel=notice', match: '^#LogLevel$' },
      '#LogLevel\nLogLevel=notice\n',
      `${unit}/ruby_use_cases_spec.rb (MODULES-5651)`,
    ),
    'does not choose between two lines that match, and leaves the file': lineIn(
      'foo=blah\nfoo=baz\n',
      foo,
      'foo=blah\nfoo=baz\n',
      `${unit}/ruby_alter_spec.rb`,
      { fails: /2 lines of \S+ match/ },
    ),
    'replaces all lines that match with multiple': lineIn(
      '*\thard\tcore\t90\n*\thard\tcore\t10\n',
      limit,
      '*\thard\tcore\t0\n*\thard\tcore\t0\n',
      `${unit}/ruby_use_cases_spec.rb (MODULES-5003)`,
    ),
    'leaves what else matches with multiple, where the line is there': lineIn(
      '*\thard\tcore\t90\n*\thard\tcore\t0\n',
      limit,
      '*\thard\tcore\t90\n*\thard\tcore\t0\n',
      `${unit}/ruby_use_cases_spec.rb (MODULES-5003)`,
    ),
    'replaces all that match and are not the line, where that is asked': lineIn(
      '*\thard\tcore\t90\n*\thard\tcore\t0\n',
      { ...limit, replace_all_matches_not_matching_line: true },
      '*\thard\tcore\t0\n*\thard\tcore\t0\n',
      `${unit}/ruby_use_cases_spec.rb (MODULES-5003)`,
    ),
    'replaces all that match, though the pattern does not match the line': lineIn(
      'foo\nfoo bar\nbar\nbar baz\n',
      { ...everywhere, match: '^bar' },
      'foo\nfoo bar\nfoo\nfoo\n',
      `${unit}/ruby_spec.rb`,
    ),
    'is content where all that match are the line': lineIn(
      'foo\nfoo\nbar\n',
      { ...everywhere, match: '^foo' },
      'foo\nfoo\nbar\n',
      `${unit}/ruby_spec.rb`,
    ),
    'adds the line where all are to be replaced and none matches': lineIn(
      'foo bar\n',
      { ...everywhere, match: '^bar' },
      'foo bar\nfoo\n',
      `${unit}/ruby_spec.rb`,
    ),
    'leaves a line that matches where it must not replace': lineIn(
      'foo1\nfoo=blah\nfoo2\n',
      { ...foo, replace: false },
      'foo1\nfoo=blah\nfoo2\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'adds the line where it must not replace and none matches': lineIn(
      'foo1\nfoo2\n',
      { ...foo, replace: false },
      'foo1\nfoo2\nfoo = bar\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'adds nothing where none matches and it must not': lineIn(
      'foo3\nbar\n',
      { line: 'foo', match: '^foo1$', append_on_no_match: false },
      'foo3\nbar\n',
      `${unit}/ruby_spec.rb`,
    ),
    'replaces where it must not add': lineIn(
      'foo1\nbar\n',
      { line: 'foo', match: '^foo1$', append_on_no_match: false },
      'foo\nbar\n',
      `${unit}/ruby_spec.rb`,
    ),
    'adds a line behind the one that is named': lineIn(
      'foo1\nfoo2\n',
      { line: inserted, after: '^foo1' },
      'foo1\ninserted = line\nfoo2\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'adds a line behind a last line that does not end': lineIn(
      'foo2\nfoo1',
      { line: inserted, after: '^foo1' },
      'foo2\nfoo1\ninserted = line\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'adds a line at the end where there is none to be behind': lineIn(
      'foo3\nfoo2\n',
      { line: inserted, after: '^foo1' },
      'foo3\nfoo2\ninserted = line\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'does not choose between two lines to be behind': lineIn(
      'foo1\nfoo2\nfoo1\n',
      { line: inserted, after: '^foo1' },
      'foo1\nfoo2\nfoo1\n',
      `${unit}/ruby_alter_spec.rb`,
      { fails: /2 lines of \S+ match '\^foo1'/ },
    ),
    'adds a line behind each of several with multiple': lineIn(
      'foo1\nfoo2\nfoo1\nfoo3\n',
      { line: inserted, after: '^foo1$', multiple: true },
      'foo1\ninserted = line\nfoo2\nfoo1\ninserted = line\nfoo3\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'replaces a match rather than being behind another line': lineIn(
      'foo1\nfoo2\nfoo3\n',
      { line: inserted, match: '^foo2$', after: '^foo1$' },
      'foo1\ninserted = line\nfoo3\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'is behind the first of several lines where a pattern has no match': lineIn(
      'foo1\nfoo2\nfoo1\n',
      { line: inserted, match: '^never$', after: '^foo1$' },
      'foo1\ninserted = line\nfoo2\nfoo1\n',
      provider,
    ),
    'is at the end where neither pattern matches': lineIn(
      'foo1\nfoo2\n',
      { line: inserted, match: '^never$', after: '^nor this$' },
      'foo1\nfoo2\ninserted = line\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'removes a line each time that it is there': lineIn(
      'foo1\nfoo\nfoo2\nfoo\nfoo',
      { ensure: 'absent', line: 'foo' },
      'foo1\nfoo2\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'removes a line and leaves the end of the file as it is': lineIn(
      'foo1\nfoo\nfoo2',
      { ensure: 'absent', line: 'foo' },
      'foo1\nfoo2',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'removes the only line': lineIn('foo', { ensure: 'absent', line: 'foo' }, '', acceptance),
    'removes the line that matches, whatever line says': lineIn(
      'foo1\nfoo\nfoo2\n',
      { ...gone, line: 'of no matter' },
      'foo1\nfoo2\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'removes the line that matches, without a line': lineIn(
      'foo1\nexport HTTP_PROXY=foo\nfoo4\n',
      { ...gone, match: '^export\\ HTTP_PROXY\\=' },
      'foo1\nfoo4\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'does not choose between two lines that it removes by pattern': lineIn(
      'foo1\nfoo\nfoo\n',
      gone,
      'foo1\nfoo\nfoo\n',
      `${unit}/ruby_alter_spec.rb`,
      { fails: /2 lines of \S+ match 'o\$'/ },
    ),
    'removes all lines that match with multiple': lineIn(
      'foo1\nfoo\nfoo2\nfoo\n',
      { ...gone, multiple: true },
      'foo1\nfoo2\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'removes the very line where the pattern is not for absence': lineIn(
      'foo1\nfoo\nfoo2\n',
      { ensure: 'absent', line: 'foo2', match: 'o$' },
      'foo1\nfoo\n',
      `${unit}/ruby_alter_spec.rb`,
    ),
    'removes nothing where none matches, though the line is there': lineIn(
      'foo1\nfoo2\n',
      { ...gone, line: 'foo2' },
      'foo1\nfoo2\n',
      provider,
      { puppet: { differs: '0032' } },
    ),
    'fails where the file does not exist': {
      source: acceptance,
      manifest: (site, { dir }) => void new FileLine(site, 'l', { path: `${dir}/f`, line: 'x' }),
      fails: /the file \S+\/f does not exist/,
      verify: 'test ! -e f',
    },
    'fails nothing where the file does not exist and the line is noop': {
      source: acceptance,
      manifest: (site, { dir }) => void new FileLine(site, 'l', { path: `${dir}/f`, line: 'x', noop: true }),
      inSync: true,
      verify: 'test ! -e f',
    },
    'is absent from a file that does not exist': {
      source: provider,
      manifest: (site, { dir }) =>
        void new FileLine(site, 'l', { ensure: 'absent', path: `${dir}/f`, line: 'x' }),
      inSync: true,
      verify: 'test ! -e f',
      puppet: { differs: '0032' },
    },
    'comes after the file that the same manifest makes, whatever is declared first': {
      source: type,
      manifest: (site, { dir }) => {
        new FileLine(site, 'l', { path: `${dir}/f`, line: 'x' });
        new File(site, `${dir}/f`, { ensure: 'file' });
      },
      files: { f: 'x\n' },
    },
    'adds a line to a file that a command makes before it': {
      source: `${provider}: the file is read when the turn of the line has come`,
      manifest: (site, { dir }) => {
        new FileLine(site, 'l', { path: `${dir}/f`, line: 'x', require: Exec.ref('make') });
        new Exec(site, 'make', { command: `/bin/sh -c 'echo a > ${dir}/f'`, creates: `${dir}/f` });
      },
      files: { f: 'a\nx\n' },
    },
    'adds several lines in the order of the manifest': {
      source: 'stdlib lib/puppet/type/file_line.rb: several resources manage several lines of one file',
      prepare: 'echo a > f',
      manifest: (site, { dir }) => {
        for (const line of ['z', 'm', 'b']) new FileLine(site, line, { path: `${dir}/f`, line });
      },
      files: { f: 'a\nz\nm\nb\n' },
    },
    'matches the newline at the end of a line': lineIn(
      'PermitRootLogin\nx\n',
      { line: 'PermitRootLogin no', match: '^PermitRootLogin\\s' },
      'PermitRootLogin no\nx\n',
      `${provider}: a line is matched with its end`,
    ),
    'takes no end of a line for an empty line': lineIn(
      'a\n\nb\n',
      { line: '# nothing', match: '^\\s*$' },
      'a\n# nothing\nb\n',
      'ruby doc/regexp.rdoc (anchors)',
    ),
    'ignores case where the pattern says so': lineIn(
      'permitrootlogin yes\n',
      { line: 'PermitRootLogin no', match: '(?i)^PermitRootLogin\\b' },
      'PermitRootLogin no\n',
      'ruby doc/regexp.rdoc (options)',
    ),
    'reads classes of characters as Ruby has them': lineIn(
      'port: 8a\nport: 80\n',
      { line: 'port: 81', match: '\\Aport:[[:space:]]*[[:digit:]]+\\Z' },
      'port: 8a\nport: 81\n',
      'ruby doc/regexp.rdoc (character classes)',
    ),
    'reads a pattern in free spacing': lineIn(
      'a b\nc\n',
      { line: 'd', match: '(?x) ^ a [ ] b $ # with a blank' },
      'd\nc\n',
      'ruby doc/regexp.rdoc (extended)',
    ),
    'leaves bytes that are no UTF-8 as they are': {
      source: provider,
      prepare: "printf '\\344\\n' > f",
      manifest: (site, { dir }) => void new FileLine(site, 'l', { path: `${dir}/f`, line: 'b' }),
      verify: "printf '\\344\\nb\\n' | cmp - f",
    },
    'fails where a pattern has to read what is no UTF-8': {
      source: provider,
      prepare: "printf '\\344\\n' > f",
      manifest: (site, { dir }) => void new FileLine(site, 'l', { path: `${dir}/f`, line: 'b', match: '^b' }),
      fails: /is not text in\s+utf-8[\s\S]*iso-8859-1/,
      verify: "printf '\\344\\n' | cmp - f",
    },
    'reads a file in the encoding that is named': {
      source: 'stdlib lib/puppet/type/file_line.rb (encoding)',
      prepare: "printf '\\344=1\\n' > f",
      manifest: (site, { dir }) =>
        void new FileLine(site, 'l', {
          path: `${dir}/f`,
          line: 'b=2',
          match: '^.=',
          encoding: 'iso-8859-1',
        }),
      files: { f: 'b=2\n' },
    },
    'writes a line in the encoding that is named': {
      source: 'stdlib lib/puppet/type/file_line.rb (encoding)',
      prepare: "printf '\\344\\n' > f",
      manifest: (site, { dir }) =>
        void new FileLine(site, 'l', { path: `${dir}/f`, line: 'ö', encoding: 'iso-8859-1' }),
      verify: "printf '\\344\\n\\366\\n' | cmp - f",
      puppet: { differs: '0032' },
    },
    'ends a new line as the others of the file end': {
      source: provider,
      prepare: "printf 'a\\r\\nb\\r\\n' > f",
      manifest: (site, { dir }) => void new FileLine(site, 'l', { path: `${dir}/f`, line: 'c' }),
      verify: "printf 'a\\r\\nb\\r\\nc\\r\\n' | cmp - f",
      puppet: { differs: '0032' },
    },
    'finds a line that ends with a carriage return too': {
      source: provider,
      prepare: "printf 'a\\r\\nb\\r\\n' > f",
      manifest: (site, { dir }) => void new FileLine(site, 'l', { path: `${dir}/f`, line: 'b' }),
      inSync: true,
      verify: "printf 'a\\r\\nb\\r\\n' | cmp - f",
    },
    'refuses a path that is not absolute': refused(
      { path: 'f', line: 'x' },
      /path must be an absolute path/,
      type,
    ),
    'refuses to have no line': refused({ path: '/f' }, /needs a value for 'line'/, type),
    'refuses to be absent with neither a line nor a pattern': refused(
      { path: '/f', ensure: 'absent', match: 'x' },
      /needs a value for 'line'/,
      type,
    ),
    'refuses to have no path': refused({ line: 'x' } as Attributes, /path/, type),
    'refuses to replace all lines where several must not': refused(
      { path: '/f', line: 'x', match: 'x', replace_all_matches_not_matching_line: true, multiple: false },
      /multiple forbids that/,
      type,
    ),
    'refuses to replace all lines where none must be replaced': refused(
      { path: '/f', line: 'x', match: 'x', replace_all_matches_not_matching_line: true, replace: false },
      /replace forbids that/,
      `${unit}/ruby_spec.rb`,
    ),
    'refuses other words than true and false': refused(
      { path: '/f', line: 'x', replace: 'asgadga' as never },
      /replace must be true or false/,
      `${unit}/ruby_alter_spec.rb`,
    ),
    'refuses a pattern that is none': refused(
      { path: '/dev/null', line: 'x', match: '(' },
      /the pattern '\(' is not a regular expression/,
      provider,
    ),
    'refuses a line of several lines': {
      ...refused({ path: '/f', line: 'x\ny' }, /line has a line break/, provider),
      puppet: { notApplicable: 'such a line is added in every run' },
    },
  },
};

export default chosenCase(peers);
