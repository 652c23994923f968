import {
  absolutePath,
  anyOf,
  boolean,
  type DesiredOf,
  integer,
  oneOf,
  parameter,
  property,
  string,
  title,
} from '../../catalog/index.js';
import type { Insertion } from './words.js';

/** The attributes of an ini_subsetting. */
export const attributes = {
  name: title('Any name for the resource.'),
  ensure: property(oneOf('present', 'absent'), "Whether the word is in the setting's value.", {
    default: 'present',
  }),
  path: parameter(absolutePath, 'The file.', { required: true }),
  section: parameter(string, 'The section. @default before any section', { default: '' }),
  setting: parameter(string, 'The name of the setting.', { required: true }),
  subsetting: parameter(string, 'The word in its value: `admin_token_auth`, `-Xmx`.', { required: true }),
  value: property(string, 'The text after the word, without a space: `512m`.'),
  show_diff: parameter(
    anyOf(boolean, oneOf('md5')),
    'Whether the values may be displayed; checksums never are.',
    { default: true },
  ),
  subsetting_separator: parameter(string, 'The separator of two words.', { default: ' ' }),
  subsetting_key_val_separator: parameter(string, 'The separator of a word and its value.', {
    default: '',
  }),
  use_exact_match: parameter(
    boolean,
    'Whether only an equal word matches; otherwise every word that begins with it does.',
    { default: false },
  ),
  insert_type: parameter<Insertion['type'], Insertion['type']>(
    oneOf('start', 'end', 'before', 'after', 'index'),
    'The position of a new word.',
    { default: 'end' },
  ),
  insert_value: parameter(
    anyOf(integer({ min: 0 }), string),
    "The word before or after which it is inserted, or its position for 'index'.",
  ),
  quote_char: parameter(oneOf('', '"', "'"), 'The quotes of the whole value. @default unchanged', {
    default: '',
  }),
  delete_if_empty: parameter(boolean, 'Whether a setting is removed with its last word.', { default: false }),
  key_val_separator: parameter(string, 'The separator of a setting and its value.', { default: ' = ' }),
} as const;

/** The desired state of an ini_subsetting. */
export type DesiredSubsetting = DesiredOf<typeof attributes>;
