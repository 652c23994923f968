import {
  absolutePath,
  anyOf,
  boolean,
  integer,
  nativeType,
  oneOf,
  parameter,
  property,
  Reference,
  string,
  title,
  type WantedOf,
} from '../catalog/index.js';
import { provide } from '../engine/provider.js';
import { configProvider } from './config/config-provider.js';
import type { Dialect } from './config/dialect.js';
import { sameValues } from './config/same-values.js';
import { nameComplaint, plainValues, valueComplaint } from './config/setting-value.js';

const attributes = {
  name: title('What the resource is called; any text.'),
  ensure: property(oneOf('present', 'absent'), 'Whether the setting is in the file.', { default: 'present' }),
  path: parameter(absolutePath, 'The file.', { required: true }),
  section: parameter(string, 'The section; left out for what stands before any.', { default: '' }),
  setting: parameter(
    string,
    'The name of the setting; left out where the section is to be there, empty or not.',
  ),
  value: property(
    plainValues,
    'Its value; of several, each gets a line of its own. Their order does not matter.',
    {
      insync: (is, should) => sameValues((is as readonly string[] | undefined) ?? [], should),
    },
  ),
  key_val_separator: parameter(
    string,
    "What stands between name and value; white space alone for files that have no other. Left out: '=', with the spacing of the file's other settings, else ' = '.",
  ),
  section_prefix: parameter(string, "What stands before a section's name.", { default: '[' }),
  section_suffix: parameter(string, "What stands behind a section's name.", { default: ']' }),
  indent_char: parameter(string, 'What a new line is indented with.', { default: ' ' }),
  indent_width: parameter(
    integer({ min: 0 }),
    "How often, as far as the lines around it allow. Left out: as the section's other settings.",
  ),
  force_new_section_creation: parameter(
    boolean,
    'Whether a section that is not there is made; else its settings are left alone.',
    {
      default: true,
    },
  ),
  show_diff: parameter(
    anyOf(boolean, oneOf('md5')),
    'Whether the values may be shown; checksums never are.',
    {
      default: true,
    },
  ),
} as const;

type Wanted = WantedOf<typeof attributes>;

/** One setting of any INI file. */
export class IniSetting extends nativeType('ini_setting', attributes, {
  doc: 'A setting of any INI file. Comments, order and layout of the file stay as they are.',
  normalize: (wanted) => {
    const gone = wanted.ensure === 'absent' || wanted.value?.length === 0;
    return { ...wanted, setting: wanted.setting?.trim(), value: gone ? undefined : wanted.value };
  },
  validate: complaints,
  identity: ({ path, section, setting }) => `[${section}] ${setting ?? ''} of ${path}`,
  secrets: ({ show_diff }) => (show_diff === true ? [] : ['value']),
  *autorequire({ path }) {
    if (path === undefined) return;
    yield new Reference('file', path);
    yield new Reference('file', path.slice(0, path.lastIndexOf('/')) || '/');
  },
}) {}

provide(
  IniSetting,
  configProvider<typeof attributes>({
    locate: ({ wanted }) => ({
      path: wanted.path as string,
      section: wanted.section,
      setting: wanted.setting,
      dialect: dialectOf(wanted),
      separator: wanted.key_val_separator,
      indent: wanted.indent_width === undefined ? undefined : wanted.indent_char.repeat(wanted.indent_width),
      onlyInSection: !wanted.force_new_section_creation,
    }),
    // What must not be shown in a diff is not for every reader of a new file either.
    fresh: async (_session, subjects) => ({
      mode: subjects.every(({ secrets }) => !secrets.has('value')) ? 0o644 : 0o600,
    }),
  }),
);

function dialectOf({ key_val_separator = '=', section_prefix, section_suffix }: Wanted): Dialect {
  const separators = [key_val_separator.trim() || ' '];
  return { separators, separator: ' = ', sectionPrefix: section_prefix, sectionSuffix: section_suffix };
}

function* complaints(wanted: Wanted): Iterable<string> {
  const { section, setting, value = [], section_prefix: prefix, section_suffix: suffix } = wanted;
  const { separators } = dialectOf(wanted);
  for (const complaint of [
    nameComplaint('section', section, separators),
    setting === undefined ? undefined : nameComplaint('setting', setting, separators),
    ...value.map(valueComplaint),
  ]) {
    if (complaint !== undefined) yield complaint;
  }
  if (setting === '') yield 'the name of the setting is empty';
  if (setting === undefined && wanted.value !== undefined) yield 'a value needs a setting that has it';
  if (setting === undefined && wanted.ensure === 'absent') {
    yield 'ensure: absent needs a setting: whole sections are not removed';
  }
  if (/[\r\n]/.test(`${prefix}${suffix}${wanted.key_val_separator ?? ''}${wanted.indent_char}`)) {
    yield 'section_prefix, section_suffix, key_val_separator and indent_char must have no line break';
  }
  if (prefix + suffix === '' || prefix !== prefix.trimStart() || suffix !== suffix.trimEnd()) {
    yield 'section_prefix must not begin, and section_suffix not end, with white space, and one of them must be there';
  }
  if (/[^ \t]/.test(wanted.indent_char)) yield 'indent_char must be a space or a tab';
}
