import { IniSubsetting } from 'glance-apply';
import type { PeerCase, PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';
import { editedFile } from '../edited-file.js';

const acceptance = 'inifile spec/acceptance/ini_subsetting_spec.rb';
const provider = 'inifile spec/unit/puppet/provider/ini_subsetting/ruby_spec.rb';
const unit = 'inifile spec/unit/puppet/util/setting_value_spec.rb';
const type = 'inifile spec/unit/puppet/type/ini_subetting_spec.rb';

type Attributes = NonNullable<ConstructorParameters<typeof IniSubsetting>[2]>;
type Partly = Omit<Attributes, 'path' | 'setting'> & { readonly setting?: string };

/** A case of words, one after the other, in the file `f`, which has `before` in it. */
function wordIn(
  before: string,
  attributes: Partly | readonly Partly[],
  after: string,
  source: string,
  more: Partial<PeerCase> = {},
): PeerCase {
  return editedFile(
    { before, after, source },
    [attributes].flat(),
    (site, path, one, index) =>
      new IniSubsetting(site, `word ${index}`, { path, setting: 'key', section: 'one', ...one }),
    more,
  );
}

/** A word that is refused by its attributes alone. */
function refused(
  attributes: Partial<Attributes>,
  message: RegExp,
  source: string,
  more: Partial<PeerCase> = {},
): PeerCase {
  const all = { path: '/dev/null', setting: 'key', subsetting: 'a', ...attributes };
  return {
    source,
    manifest: (site) => void new IniSubsetting(site, 'the word', all),
    refused: message,
    resources: { ini_subsetting: { 'the word': all as unknown as Record<string, object> } },
    ...more,
  };
}

/** Debian's release of the module is an older one. */
const older = { puppet: { differs: '0032' } } as const;
const java = { section: '', setting: 'JAVA_ARGS', key_val_separator: '=' };
const heap = '-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/var/log/oom.hprof';
const args = (words: string) => `        JAVA_ARGS="${words}"\n`;
const reports = { section: 'main', setting: 'reports', subsetting_separator: ',' };
const inMain = (...lines: string[]) =>
  `        [main]\n\n${lines.map((line) => `        ${line}\n`).join('')}`;
const pairs = { ...reports, subsetting_key_val_separator: ':' };
const gone = { ensure: 'absent', delete_if_empty: true } as const;
const letters = ['a', 'b', 'c'].map((subsetting) => ({ subsetting }));
const shown = { section: 'one', subsetting: 'xxx', value: 'new_value' };

export const peers: PeerCases = {
  cases: {
    'makes a file with several words, in the order of the manifest': {
      source: acceptance,
      manifest: (site, { dir }) => {
        const setting = { path: `${dir}/f`, section: 'one', setting: 'key' };
        new IniSubsetting(site, 'a', { ...setting, subsetting: 'alpha', value: 'bet' });
        new IniSubsetting(site, 'b', { ...setting, subsetting: 'beta', value: 'trons' });
      },
      files: { f: '[one]\nkey = alphabet betatrons\n' },
    },
    'removes a word': wordIn(
      '[one]\nkey = alphabet betatrons\n',
      { ensure: 'absent', subsetting: 'alpha' },
      '[one]\nkey = betatrons\n',
      acceptance,
    ),
    'removes a setting with its last word where that is asked': wordIn(
      '[one]\nkey = alphabet betatrons\n',
      [
        { ...gone, subsetting: 'alpha' },
        { ...gone, subsetting: 'beta' },
      ],
      '[one]\n',
      acceptance,
      older,
    ),
    'leaves a setting without words': wordIn(
      '[one]\nkey = alphabet\n',
      { ensure: 'absent', subsetting: 'alpha' },
      '[one]\nkey = \n',
      'inifile README (delete_if_empty)',
      older,
    ),
    'quotes what is left where that is asked': wordIn(
      '[one]\nkey=-Xmx256m\n',
      { ensure: 'absent', subsetting: '-Xmx', quote_char: '"' },
      '[one]\nkey=""\n',
      acceptance,
    ),
    'quotes nothing where nothing changes': wordIn(
      '[one]\nkey=-Xmx256m\n',
      { subsetting: '-Xmx', value: '256m', quote_char: '"' },
      '[one]\nkey=-Xmx256m\n',
      acceptance,
    ),
    'quotes a value that it changes': wordIn(
      '[one]\nkey=-Xmx256m\n',
      { subsetting: '-Xmx', value: '512m', quote_char: '"' },
      '[one]\nkey="-Xmx512m"\n',
      acceptance,
    ),
    'quotes a value that it adds to': wordIn(
      '[one]\nkey=-Xmx256m\n',
      { subsetting: '-Xms', value: '256m', quote_char: '"' },
      '[one]\nkey="-Xmx256m -Xms256m"\n',
      acceptance,
    ),
    'quotes a setting that it makes': wordIn(
      '[one]\n',
      { subsetting: '-Xms', value: '256m', quote_char: '"' },
      '[one]\nkey = "-Xms256m"\n',
      unit,
    ),
    'keeps the quotation marks that are there': wordIn(
      `[one]\nkey='"'"'a'"'"'\n`,
      { subsetting: 'b', quote_char: '"' },
      "[one]\nkey='a b'\n",
      unit,
    ),
    'puts a word at the start': wordIn(
      '',
      [...letters, { subsetting: 'd', insert_type: 'start' }],
      '[one]\nkey = d a b c\n',
      acceptance,
    ),
    'puts a word at the end': wordIn(
      '',
      [...letters, { subsetting: 'd', insert_type: 'end', insert_value: '' }],
      '[one]\nkey = a b c d\n',
      acceptance,
    ),
    'puts a word before another': wordIn(
      '',
      [...letters, { subsetting: 'd', insert_type: 'before', insert_value: 'c' }],
      '[one]\nkey = a b d c\n',
      acceptance,
    ),
    'puts a word after another': wordIn(
      '',
      [...letters, { subsetting: 'd', insert_type: 'after', insert_value: 'a' }],
      '[one]\nkey = a d b c\n',
      acceptance,
    ),
    'puts a word at a place that is counted': wordIn(
      '',
      [...letters, { subsetting: 'd', insert_type: 'index', insert_value: 2 }],
      '[one]\nkey = a b d c\n',
      acceptance,
    ),
    'counts in digits too': wordIn(
      '[one]\nkey = a b c\n',
      { subsetting: 'd', insert_type: 'index', insert_value: '2' },
      '[one]\nkey = a b d c\n',
      acceptance,
    ),
    'puts a word at the end where its place is beyond': wordIn(
      '[one]\nkey = a b c\n',
      { subsetting: 'd', insert_type: 'index', insert_value: 9 },
      '[one]\nkey = a b c d\n',
      'inifile lib/puppet/util/setting_value.rb',
    ),
    'puts a word at the end where the other is not there': wordIn(
      '[one]\nkey = a b c\n',
      { subsetting: 'd', insert_type: 'before', insert_value: 'x' },
      '[one]\nkey = a b c d\n',
      'inifile lib/puppet/util/setting_value.rb',
    ),
    'leaves a word where it is, whatever its place should be': wordIn(
      '[one]\nkey = a b c\n',
      { subsetting: 'c', insert_type: 'start' },
      '[one]\nkey = a b c\n',
      'inifile lib/puppet/util/setting_value.rb',
    ),
    'adds a word within the quotation marks of an indented setting': wordIn(
      args(`-Xmx192m ${heap}`),
      { ...java, subsetting: '-Xms', value: '128m' },
      args(`-Xmx192m ${heap} -Xms128m`),
      provider,
    ),
    'adds a word after another that has a value': wordIn(
      args(`-Xmx192m ${heap}`),
      { ...java, subsetting: '-Xms', value: '128m', insert_type: 'after', insert_value: '-Xmx' },
      args(`-Xmx192m -Xms128m ${heap}`),
      provider,
    ),
    'removes all words of a name': wordIn(
      args(`-Xmx192m ${heap}`),
      { ...java, ensure: 'absent', subsetting: '-XX' },
      args('-Xmx192m'),
      provider,
    ),
    'changes what follows a word': wordIn(
      args(`-Xmx192m ${heap}`),
      { ...java, subsetting: '-Xmx', value: '256m' },
      args(`-Xmx256m ${heap}`),
      provider,
    ),
    'changes all words of a name': wordIn(
      args(`-Xmx192m ${heap}`),
      { ...java, subsetting: '-XX', value: 'test' },
      args('-Xmx192m -XXtest -XXtest'),
      provider,
    ),
    'is content with a word, whatever follows it, where no value is given': wordIn(
      args(`-Xmx192m ${heap}`),
      { ...java, subsetting: '-Xmx' },
      args(`-Xmx192m ${heap}`),
      provider,
    ),
    'removes one of the words between commas': wordIn(
      inMain('reports = http,foo'),
      { ...reports, ensure: 'absent', subsetting: 'http' },
      inMain('reports = foo'),
      provider,
    ),
    'adds a word behind a comma': wordIn(
      inMain('reports = http,foo'),
      { ...reports, subsetting: 'puppetdb' },
      inMain('reports = http,foo,puppetdb'),
      provider,
    ),
    'adds a setting that is indented as its neighbours': wordIn(
      inMain('reports = http,foo'),
      { ...reports, setting: 'somenewsetting', subsetting: 'puppetdb' },
      inMain('reports = http,foo', 'somenewsetting = puppetdb'),
      provider,
    ),
    'means the very word with use_exact_match': wordIn(
      inMain('reports = http,foo'),
      { ...reports, subsetting: 'fo', use_exact_match: true },
      inMain('reports = http,foo,fo'),
      provider,
    ),
    'removes no longer word with use_exact_match': wordIn(
      inMain('reports = http,foo,fo'),
      { ...reports, ensure: 'absent', subsetting: 'fo', use_exact_match: true },
      inMain('reports = http,foo'),
      provider,
    ),
    'adds a pair of name and value': wordIn(
      inMain('reports = a:1,b:2'),
      { ...pairs, subsetting: 'c', value: '3' },
      inMain('reports = a:1,b:2,c:3'),
      provider,
    ),
    'adds a setting with a pair': wordIn(
      inMain('reports = a:1,b:2'),
      { ...pairs, setting: 'somenewsetting', subsetting: 'c', value: '3' },
      inMain('reports = a:1,b:2', 'somenewsetting = c:3'),
      provider,
    ),
    'removes a pair': wordIn(
      inMain('reports = a:1,b:2'),
      { ...pairs, ensure: 'absent', subsetting: 'b' },
      inMain('reports = a:1'),
      provider,
    ),
    'changes the value of a pair': wordIn(
      inMain('reports = a:1,b:2'),
      { ...pairs, subsetting: 'b', value: '5' },
      inMain('reports = a:1,b:5'),
      provider,
    ),
    'changes the first line of a setting with several': wordIn(
      '[one]\nkey="value1 value2"\nkey="value3"\nother=data\n',
      { subsetting: 'newval' },
      '[one]\nkey="value1 value2 newval"\nkey="value3"\nother=data\n',
      provider,
      { puppet: { differs: '0032' } },
    ),
    'shows what followed a word and follows it': wordIn(
      '[one]\nkey = xxxinitial_value\n',
      shown,
      '[one]\nkey = xxxnew_value\n',
      acceptance,
      { says: /initial_value[\s\S]*new_value/ },
    ),
    'shows no value where it must not': wordIn(
      '[one]\nkey = xxxinitial_value\n',
      { ...shown, show_diff: false },
      '[one]\nkey = xxxnew_value\n',
      acceptance,
      { says: /^(?![\s\S]*(?:initial_value|new_value))/ },
    ),
    'shows no value where checksums of it are asked for': wordIn(
      '[one]\nkey = xxxinitial_value\n',
      { ...shown, show_diff: 'md5' },
      '[one]\nkey = xxxnew_value\n',
      acceptance,
      { says: /^(?![\s\S]*(?:initial_value|new_value))/ },
    ),
    'refuses a path that is not absolute': refused({ path: 'f' }, /absolute path/, type),
    'refuses another quotation mark': refused({ quote_char: '\\”' as never }, /quote_char must be/, type),
    'refuses a place that there is not': refused(
      { insert_type: 'middle' as never },
      /insert_type must be/,
      'inifile lib/puppet/type/ini_subsetting.rb',
    ),
  },
};

export default chosenCase(peers);
