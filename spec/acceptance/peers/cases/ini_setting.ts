import { File, IniSetting, Notify } from 'glance-apply';
import type { PeerCase, PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';
import { editedFile } from '../edited-file.js';

const acceptance = 'inifile spec/acceptance/ini_setting_spec.rb';
const provider = 'inifile spec/unit/puppet/provider/ini_setting/ruby_spec.rb';
const type = 'inifile spec/unit/puppet/type/ini_setting_spec.rb';
const file = 'inifile lib/puppet/util/ini_file.rb';

type Attributes = NonNullable<ConstructorParameters<typeof IniSetting>[2]>;

/** A case of settings, one after the other, in the file `f`, which has `before` in it. */
function settingIn(
  before: string,
  attributes: Omit<Attributes, 'path'> | readonly Omit<Attributes, 'path'>[],
  after: string,
  source: string,
  more: Partial<PeerCase> = {},
): PeerCase {
  return editedFile(
    { before, after, source },
    [attributes].flat(),
    (site, path, one, index) => new IniSetting(site, `setting ${index}`, { path, ...one }),
    more,
  );
}

/** A setting that is refused by its attributes alone. */
function refused(attributes: Attributes, message: RegExp, source: string): PeerCase {
  return {
    source,
    manifest: (site) => void new IniSetting(site, 'the setting', attributes),
    refused: message,
    resources: { ini_setting: { 'the setting': attributes as Record<string, object> } },
  };
}

const sections = `# This is a comment
[section1]
; This is also a comment
foo=foovalue

main = true
[section2]

foo= foovalue2
baz=bazvalue
url = http://192.168.1.1:8080
[section:sub]
subby=bar
    #another comment
 ; yet another comment

-nonstandard-
  shoes = purple
`;
const nonstandard = { section: 'nonstandard', section_prefix: '-', section_suffix: '-' };
const indented = `     [section1]
     foo=foovalue
     main = true

[section2]
  foo= foovalue2
[section:sub]
 subby=bar
    #another comment
  fleezy = flam
 ; yet another comment
`;
const samples = `[section1]
# foo=foovalue
bar=barvalue
foo = foovalue2

[section2]
# foo = foovalue
;bar=barvalue
blah = blah
#baz=
`;
const repeated = `[section]
foo = foovalue
foo = foovalue2
bar = barvalue

[section2]
foo = value
bar = barvalue
foo = value2

[section3]
`;
/** Debian's release of the module is an older one. */
const older = { puppet: { differs: '0032' } } as const;
const one = { section: 'one', setting: 'two', value: 'three' };

export const peers: PeerCases = {
  cases: {
    'makes a file with settings before and in a section': {
      source: acceptance,
      manifest: (site, { dir }) => {
        new IniSetting(site, 'in a section', { path: `${dir}/f`, ...one });
        new IniSetting(site, 'global', { path: `${dir}/f`, section: '', setting: 'four', value: 'five' });
      },
      files: { f: 'four = five\n\n[one]\ntwo = three\n' },
    },
    'makes a section alone': {
      source: acceptance,
      manifest: (site, { dir }) => void new IniSetting(site, 's', { path: `${dir}/f`, section: 'one' }),
      files: { f: '[one]\n' },
    },
    'adds a section alone to a file that has others': settingIn(
      '[a]\nx=1\n',
      { section: 'section' },
      '[a]\nx=1\n\n[section]\n',
      provider,
    ),
    'removes an indented setting, and ends the last line': settingIn(
      'four = five \n [one]\n two = three',
      { ...one, ensure: 'absent' },
      'four = five \n [one]\n',
      acceptance,
      older,
    ),
    'removes a setting before any section': settingIn(
      'four = five\n [one]\n two = three',
      { section: '', setting: 'four', value: 'five', ensure: 'absent' },
      ' [one]\n two = three\n',
      acceptance,
    ),
    'takes the spaces around a value away': settingIn(
      '',
      { ...one, value: '       123  ' },
      '[one]\ntwo = 123\n',
      acceptance,
    ),
    'takes the spaces around the name of a setting away': settingIn(
      '',
      { ...one, setting: ' two ' },
      '[one]\ntwo = three\n',
      'inifile lib/puppet/type/ini_setting.rb (setting)',
      older,
    ),
    'adds a setting at the end of its section': settingIn(
      sections,
      { section: 'section2', setting: 'yahoo', value: 'yippee' },
      sections.replace('8080\n', '8080\nyahoo = yippee\n'),
      provider,
    ),
    'takes what is between other brackets for no section': settingIn(
      sections,
      { section: 'section:sub', setting: 'yahoo', value: 'yippee' },
      `${sections}yahoo = yippee\n`,
      provider,
    ),
    'adds a setting to a section in other brackets, indented as its neighbours': settingIn(
      sections,
      { ...nonstandard, setting: 'yahoo', value: 'yippee' },
      `${sections}  yahoo = yippee\n`,
      provider,
    ),
    'indents by another character, as often as the neighbours have one': settingIn(
      sections,
      { ...nonstandard, setting: 'indented', value: 'weirdly', indent_char: '\t' },
      `${sections}\t\tindented = weirdly\n`,
      provider,
    ),
    'indents as often as it is told, in digits too': settingIn(
      sections,
      {
        ...nonstandard,
        setting: 'indented',
        value: 'weirdly',
        indent_char: '\t',
        indent_width: '4' as never,
      },
      `${sections}\t\t\t\tindented = weirdly\n`,
      provider,
    ),
    'indents a line that is there no other way than it is': settingIn(
      indented,
      { section: 'section:sub', setting: 'fleezy', value: 'flam2', indent_char: '\t', indent_width: 10 },
      indented.replace('flam', 'flam2'),
      provider,
    ),
    'refuses to indent with what would be a part of the name': {
      ...refused(
        { ...one, path: '/dev/null', indent_char: ':' },
        /indent_char must be a space or a tab/,
        file,
      ),
      puppet: { differs: '0032' },
    },
    'indents as the header where all are': settingIn(
      indented,
      { section: 'section1', setting: 'yahoo', value: 'yippee' },
      indented.replace('main = true\n', 'main = true\n     yahoo = yippee\n'),
      provider,
    ),
    'indents as the least indented setting of its section': settingIn(
      indented,
      { section: 'section:sub', setting: 'yahoo', value: 'yippee' },
      `${indented} yahoo = yippee\n`,
      provider,
    ),
    'changes a value and leaves the spaces around the separator': settingIn(
      sections,
      { section: 'section2', setting: 'foo', value: 'bar' },
      sections.replace('foo= foovalue2', 'foo= bar'),
      provider,
    ),
    'writes a boolean': settingIn(
      sections,
      { section: 'section1', setting: 'main', value: false },
      sections.replace('main = true', 'main = false'),
      provider,
    ),
    'recognizes a boolean': settingIn(
      sections,
      { section: 'section1', setting: 'main', value: true },
      sections,
      provider,
    ),
    'writes a number': settingIn(
      '[section]\n',
      { section: 'section', setting: 'first', value: 1 },
      '[section]\nfirst = 1\n',
      provider,
    ),
    'changes a value with other separators in it': settingIn(
      sections,
      { section: 'section2', setting: 'url', value: 'http://192.168.0.1:8080/?a=b' },
      sections.replace('http://192.168.1.1:8080', 'http://192.168.0.1:8080/?a=b'),
      provider,
    ),
    'adds a section at the end, behind a blank line': settingIn(
      sections,
      { section: 'section3', setting: 'huzzah', value: 'shazaam' },
      `${sections}\n[section3]\nhuzzah = shazaam\n`,
      provider,
    ),
    'adds a section in other brackets': settingIn(
      sections,
      { ...nonstandard, section: 'section:3', setting: 'huzzah', value: 'shazaam' },
      `${sections}\n-section:3-\nhuzzah = shazaam\n`,
      provider,
    ),
    'makes no section where it must not': settingIn(
      '[a]\nx=1\n',
      { ...one, force_new_section_creation: false },
      '[a]\nx=1\n',
      'inifile README (force_new_section_creation)',
    ),
    'adds to a section that is there, where it must make none': settingIn(
      '[one]\nx=1\n',
      { ...one, force_new_section_creation: false },
      '[one]\nx=1\ntwo = three\n',
      'inifile README (force_new_section_creation)',
    ),
    'adds a setting behind those before any section': settingIn(
      '# This is a comment\nfoo=blah\n[section2]\nfoo = x\n',
      { section: '', setting: 'bar', value: 'yippee' },
      '# This is a comment\nfoo=blah\nbar = yippee\n[section2]\nfoo = x\n',
      provider,
    ),
    'changes a setting before any section': settingIn(
      '# This is a comment\nfoo=blah\n[section2]\nfoo = x\n',
      { setting: 'foo', value: 'yippee' },
      '# This is a comment\nfoo=yippee\n[section2]\nfoo = x\n',
      provider,
    ),
    'adds the first setting before any section, set apart': settingIn(
      '[section2]\nfoo = x\n',
      { section: '', setting: 'foo', value: 'yippee' },
      'foo = yippee\n\n[section2]\nfoo = x\n',
      provider,
    ),
    'separates by an equals sign alone': settingIn(
      '[section2]\nfoo=bar\n',
      { section: 'section2', setting: 'bar', value: 'baz', key_val_separator: '=' },
      '[section2]\nfoo=bar\nbar=baz\n',
      provider,
    ),
    'reads and changes what is separated by a colon': settingIn(
      '[section2]\nfoo: bar\n',
      { section: 'section2', setting: 'foo', value: 'yippee', key_val_separator: ': ' },
      '[section2]\nfoo: yippee\n',
      provider,
    ),
    'adds what is separated by a colon': settingIn(
      '[section2]\nfoo: bar\n',
      { section: 'section2', setting: 'bar', value: 'baz', key_val_separator: ': ' },
      '[section2]\nfoo: bar\nbar: baz\n',
      provider,
    ),
    'reads and changes what is separated by a space': settingIn(
      '[section2]\nfoo bar\n',
      { section: 'section2', setting: 'foo', value: 'yippee', key_val_separator: ' ' },
      '[section2]\nfoo yippee\n',
      provider,
    ),
    'adds what is separated by spaces': settingIn(
      '[section2]\nfoo bar\n',
      { section: 'section2', setting: 'bar', value: 'baz', key_val_separator: '   ' },
      '[section2]\nfoo bar\nbar   baz\n',
      provider,
    ),
    'writes settings that are separated in several ways in the order of the manifest': settingIn(
      '',
      [
        { section: 's', setting: 'a', value: '1', key_val_separator: ': ' },
        { section: 's', setting: 'b', value: '2' },
        { section: 's', setting: 'c', value: '3', key_val_separator: ': ' },
        { section: 's', setting: 'd', value: '4' },
      ],
      '[s]\na: 1\nb = 2\nc: 3\nd = 4\n',
      'puppet: resources are applied in the order of the manifest',
    ),
    'keeps a section whose last setting goes, with its comments': settingIn(
      '[section3]\n# com = ment\nuncom = ment\n[section4]\nuncom = ment\n',
      { section: 'section3', setting: 'uncom', ensure: 'absent' },
      '[section3]\n# com = ment\n[section4]\nuncom = ment\n',
      provider,
    ),
    'keeps a section whose only line goes': settingIn(
      '[a]\nx = 1\n[b]\ny = 2\n',
      { section: 'a', setting: 'x', ensure: 'absent' },
      '[a]\n[b]\ny = 2\n',
      file,
      older,
    ),
    'is absent from a section that is not there': settingIn(
      '[a]\nx = 1\n',
      { section: 'b', setting: 'x', ensure: 'absent' },
      '[a]\nx = 1\n',
      provider,
    ),
    'removes a setting in other brackets, whatever its value': settingIn(
      sections,
      { ...nonstandard, setting: 'shoes', value: 'yellow', ensure: 'absent' },
      sections.replace('  shoes = purple\n', ''),
      provider,
      older,
    ),
    'adds a setting behind its commented sample': settingIn(
      samples,
      { section: 'section2', setting: 'foo', value: 'foo3' },
      samples.replace('# foo = foovalue\n', '# foo = foovalue\nfoo = foo3\n'),
      provider,
    ),
    'adds a setting behind a sample that is commented by a semicolon': settingIn(
      samples,
      { section: 'section2', setting: 'bar', value: 'bar3' },
      samples.replace(';bar=barvalue\n', ';bar=barvalue\nbar = bar3\n'),
      provider,
    ),
    'adds a setting behind a sample without a value': settingIn(
      samples,
      { section: 'section2', setting: 'baz', value: 'x' },
      `${samples}baz = x\n`,
      provider,
    ),
    'changes a setting where it stands, though it has a commented sample': settingIn(
      samples,
      { section: 'section1', setting: 'foo', value: 'foo3' },
      samples.replace('foo = foovalue2', 'foo = foo3'),
      provider,
    ),
    'finds sections with spaces, dashes and quotation marks': settingIn(
      '[section - two]\nfoo= 2\n\n[branch "main"]\n        remote = origin\n\n[alias]\nto = log --grep=x\n',
      [
        { section: 'section - two', setting: 'yahoo', value: 'yippee' },
        { section: 'branch "main"', setting: 'merge', value: 'refs/heads/main' },
        { section: 'alias', setting: 'foo', value: 'bar' },
      ],
      '[section - two]\nfoo= 2\nyahoo = yippee\n\n[branch "main"]\n        remote = origin\n        merge = refs/heads/main\n\n[alias]\nto = log --grep=x\nfoo = bar\n',
      provider,
    ),
    'finds sections whose names have dollars, slashes and asterisks': settingIn(
      '[print$]\n  path = /a\n\n[monitor:///var/log/*.log]\ndisabled = x\n',
      [
        { section: 'print$', setting: 'path', value: '/b' },
        { section: 'monitor:///var/log/*.log', setting: 'disabled', value: 'y' },
      ],
      '[print$]\n  path = /b\n\n[monitor:///var/log/*.log]\ndisabled = y\n',
      'inifile spec/unit/puppet/util/ini_file_spec.rb',
    ),
    'finds settings whose names have braces, colons, brackets and spaces': settingIn(
      '[a]\n{5465e8c7}=x\nA:=5.25" Floppy\nxyzzy["1"]["2"]=x\n  log file = x\n',
      [
        { section: 'a', setting: '{5465e8c7}', value: 'y' },
        { section: 'a', setting: 'A:', value: '3.5" Floppy' },
        { section: 'a', setting: 'xyzzy["1"]["2"]', value: 'y' },
        { section: 'a', setting: 'log file', value: '/var/log/samba/log.%m' },
      ],
      '[a]\n{5465e8c7}=y\nA:=3.5" Floppy\nxyzzy["1"]["2"]=y\n  log file = /var/log/samba/log.%m\n',
      'inifile spec/unit/puppet/util/ini_file_spec.rb',
    ),
    'gives a value to a setting that has none': settingIn(
      '[a]\nfoo=\n#bar=\n',
      [
        { section: 'a', setting: 'foo', value: 'x' },
        { section: 'a', setting: 'bar', value: 'y' },
      ],
      '[a]\nfoo=x\n#bar=\nbar = y\n',
      'inifile spec/unit/puppet/util/ini_file_spec.rb',
    ),
    'takes a value away and leaves the setting': settingIn(
      '[a]\nfoo=x\n',
      { section: 'a', setting: 'foo', value: '' },
      '[a]\nfoo=\n',
      'inifile spec/unit/puppet/util/ini_file_spec.rb',
    ),
    'recognizes a setting with several values': settingIn(
      repeated,
      { section: 'section', setting: 'foo', value: ['foovalue', 'foovalue2'] },
      repeated,
      provider,
      older,
    ),
    'leaves one of several values': settingIn(
      repeated,
      { section: 'section', setting: 'foo', value: 'foovalue' },
      repeated.replace('foo = foovalue2\n', ''),
      provider,
      older,
    ),
    'writes more values where the last one stands': settingIn(
      repeated,
      { section: 'section2', setting: 'foo', value: ['value', 'value2', 'value3'] },
      repeated.replace(
        'foo = value\nbar = barvalue\nfoo = value2\n',
        'bar = barvalue\nfoo = value\nfoo = value2\nfoo = value3\n',
      ),
      provider,
      older,
    ),
    'brings several values into the order of the manifest': settingIn(
      repeated,
      { section: 'section', setting: 'foo', value: ['foovalue2', 'foovalue'] },
      repeated.replace('foo = foovalue\nfoo = foovalue2\n', 'foo = foovalue2\nfoo = foovalue\n'),
      provider,
      older,
    ),
    'adds a setting with several values': settingIn(
      repeated,
      { section: 'section3', setting: 'foo', value: ['a', 'b', 'c'] },
      `${repeated}foo = a\nfoo = b\nfoo = c\n`,
      provider,
      older,
    ),
    'removes a setting with several values': settingIn(
      repeated,
      { section: 'section', setting: 'foo', ensure: 'absent' },
      repeated.replace('foo = foovalue\nfoo = foovalue2\n', ''),
      provider,
      older,
    ),
    'shows what a value was and is': settingIn(
      '[test]\nsomething = initial_value\n',
      { section: 'test', setting: 'something', value: 'public_value' },
      '[test]\nsomething = public_value\n',
      acceptance,
      { says: /initial_value[\s\S]*public_value/ },
    ),
    'shows no value where it must not': settingIn(
      '[test]\nsomething = initial_value\n',
      { section: 'test', setting: 'something', value: 'secret_value', show_diff: false },
      '[test]\nsomething = secret_value\n',
      acceptance,
      { says: /^(?![\s\S]*(?:initial_value|secret_value))/ },
    ),
    'shows no value where checksums of it are asked for': settingIn(
      '[test]\nsomething = initial_value\n',
      { section: 'test', setting: 'something', value: 'md5_value', show_diff: 'md5' },
      '[test]\nsomething = md5_value\n',
      acceptance,
      { says: /^(?![\s\S]*(?:initial_value|md5_value))/ },
    ),
    'is changed in a refresh alone where that is asked': {
      source: acceptance,
      prepare: "printf '[section1]\\n valueinsection1 = 123' > f",
      manifest: (site, { dir }) => {
        new Notify(site, 'foo', { notify: IniSetting.ref('update') });
        new IniSetting(site, 'update', {
          path: `${dir}/f`,
          section: 'section1',
          setting: 'valueinsection1',
          value: 'newValue',
          refreshonly: true,
        });
      },
      files: { f: '[section1]\n valueinsection1 = newValue\n' },
      again: 'the message is said in every run',
    },
    'is removed in a refresh alone where that is asked': {
      source: acceptance,
      prepare: "printf '[section1]\\n valueinsection1 = 123' > f",
      manifest: (site, { dir }) => {
        new Notify(site, 'foo', { notify: IniSetting.ref('remove') });
        new IniSetting(site, 'remove', {
          ensure: 'absent',
          path: `${dir}/f`,
          section: 'section1',
          setting: 'valueinsection1',
          refreshonly: true,
        });
      },
      files: { f: '[section1]\n' },
      again: 'the message is said in every run',
      ...older,
    },
    'is not changed without a refresh where that is asked': {
      source: acceptance,
      prepare: "printf '[section1]\\n valueinsection1 = 123' > f",
      manifest: (site, { dir }) => {
        new File(site, `${dir}/f`, { ensure: 'file', notify: IniSetting.ref('update') });
        new IniSetting(site, 'update', {
          path: `${dir}/f`,
          section: 'section1',
          setting: 'valueinsection1',
          value: 'newValue',
          refreshonly: true,
        });
      },
      inSync: true,
      files: { f: '[section1]\n valueinsection1 = 123' },
    },
    'comes after the directory of its file': {
      source: type,
      manifest: (site, { dir }) => {
        new IniSetting(site, 's', { path: `${dir}/d/f`, ...one });
        new File(site, `${dir}/d`, { ensure: 'directory' });
      },
      files: { 'd/f': '[one]\ntwo = three\n' },
    },
    'refuses a path that is not absolute': refused({ ...one, path: 'foo' }, /absolute path/, type),
    'refuses another word for show_diff': refused(
      { ...one, path: '/dev/null', show_diff: 'some' as never },
      /show_diff must be/,
      type,
    ),
  },
};

export default chosenCase(peers);
