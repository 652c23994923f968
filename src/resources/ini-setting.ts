import isEqual from 'lodash/isEqual.js';
import {
  absolutePath,
  anyOf,
  boolean,
  type DesiredOf,
  integer,
  managedFile,
  nativeType,
  oneOf,
  orSecret,
  parameter,
  property,
  string,
  title,
} from '../catalog/index.js';
import { provide } from '../engine/provider.js';
import { reveal } from '../secrets/secret.js';
import { createConfigProvider } from './config/config-provider.js';
import { findDeclaredSections } from './config/declared-sections.js';
import { createIniDialect } from './config/ini-dialect.js';
import { type IniLayout, toIniSyntax } from './config/ini-layout.js';
import { findNameProblem, plainValues } from './config/setting-value.js';
import { parseSectionHeader, type Syntax } from './config/syntax.js';

const attributes = {
  name: title('Any name for the resource.'),
  ensure: property(oneOf('present', 'absent'), 'Whether the setting is in the file.', {
    default: 'present',
    insync: (is, should, { refreshonly }) => refreshonly === true || is === should,
  }),
  path: parameter(absolutePath, 'The file.', { required: true }),
  section: parameter(string, 'The section. @default before any section', { default: '' }),
  setting: parameter(
    string,
    'The name of the setting; without it, only the existence of the section is managed.',
  ),
  value: property(
    orSecret(plainValues),
    'The value, or a list of values, which are written one per line, in this order.',
    {
      insync: (is, should, { refreshonly }) => refreshonly === true || isEqual(is, should),
    },
  ),
  key_val_separator: parameter(
    string,
    'The separator of name and value, including the spaces on new lines; only white space for files without another separator.',
    { default: ' = ' },
  ),
  section_prefix: parameter(string, "The text before a section's name.", { default: '[' }),
  section_suffix: parameter(string, "The text after a section's name.", { default: ']' }),
  indent_char: parameter(string, 'The character of indentation of a new line.', { default: ' ' }),
  indent_width: parameter(
    integer({ min: 0 }),
    'The number of these characters. @default the least indentation of the settings of the section',
  ),
  force_new_section_creation: parameter(
    boolean,
    'Whether a missing section is created; otherwise its settings are not managed.',
    {
      default: true,
    },
  ),
  refreshonly: parameter(
    boolean,
    'Whether the setting is changed only if a resource that notifies it has changed.',
    { default: false },
  ),
  show_diff: parameter(
    anyOf(boolean, oneOf('md5')),
    'Whether the values may be displayed; checksums never are.',
    {
      default: true,
    },
  ),
} as const;

type DesiredIniSetting = DesiredOf<typeof attributes>;

/**
 * A setting of any INI file.
 * @example
 * new IniSetting(site, 'journald storage', {
 *   path: '/etc/systemd/journald.conf',
 *   section: 'Journal',
 *   setting: 'Storage',
 *   value: 'persistent',
 *   key_val_separator: '=',
 * });
 */
export class IniSetting extends nativeType('ini_setting', attributes, {
  doc: 'A setting of any INI file. Comments, order and layout of the file stay as they are.',
  normalize: (desired) => {
    const isAbsent = desired.ensure === 'absent' || reveal(desired.value)?.length === 0;
    return { ...desired, setting: desired.setting?.trim(), value: isAbsent ? undefined : desired.value };
  },
  validate: validate,
  identity: ({ path, section, setting }) => `[${section}] ${setting ?? ''} of ${path}`,
  secrets: ({ show_diff }) => (show_diff === true ? [] : ['value']),
  paths: ({ path }) => (path === undefined ? [] : managedFile(path)),
}) {}

const provider = createConfigProvider<typeof attributes, IniLayout>({
  locate: ({ desired }) => ({
    path: desired.path,
    section: desired.section,
    setting: desired.setting,
    dialect: createIniDialect(toSyntax(desired)),
    separator: desired.key_val_separator,
    indentChar: desired.indent_char,
    indentWidth: desired.indent_width,
    onlyInSection: !desired.force_new_section_creation,
  }),
  isSectionDeclared: async (session, { path, section }) =>
    (await findDeclaredSections(session)).has(JSON.stringify([path, section])),
  // A value that must not be displayed must not be readable for all users in a new file, either.
  newFileAccess: async (_session, subjects) => ({
    mode: subjects.every(({ secrets }) => !secrets.has('value')) ? 0o644 : 0o600,
  }),
});

provide(IniSetting, {
  ...provider,
  refreshes: ({ desired }) => desired.refreshonly,
  async refresh(session, subject) {
    const written = await provider.set(session, [{ subject, removes: subject.desired.ensure === 'absent' }]);
    if (!written) return false;
  },
});

function toSyntax({ key_val_separator, section_prefix, section_suffix }: DesiredIniSetting): Syntax {
  return toIniSyntax(key_val_separator, section_prefix, section_suffix);
}

function* validate(desired: DesiredIniSetting): Iterable<string> {
  const { section, setting, section_prefix: prefix, section_suffix: suffix } = desired;
  const value = reveal(desired.value) ?? [];
  const syntax = toSyntax(desired);
  const { separators } = syntax;
  for (const message of [
    findNameProblem('section', section, separators),
    setting === undefined ? undefined : findNameProblem('setting', setting, separators),
  ]) {
    if (message !== undefined) yield message;
  }
  for (const line of value.map((one) => `${setting}${desired.key_val_separator}${one}`)) {
    if (parseSectionHeader(line, 0, syntax) !== undefined)
      yield `'${line}' would be read as the header of a section`;
  }
  if (setting === '') yield 'the name of the setting is empty';
  if (setting === undefined && desired.value !== undefined) yield 'a value needs a setting';
  if (setting === undefined && desired.ensure === 'absent') {
    yield 'ensure: absent needs a setting, because whole sections are not removed';
  }
  if (prefix + suffix === '' || prefix !== prefix.trimStart() || suffix !== suffix.trimEnd()) {
    yield 'section_prefix must not begin, and section_suffix not end, with white space, and at least one of them must not be empty';
  }
  if (/[^ \t]/.test(desired.indent_char)) yield 'indent_char must be a space or a tab';
}
