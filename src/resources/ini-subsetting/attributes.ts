import {
  absolutePath,
  anyOf,
  boolean,
  integer,
  oneOf,
  parameter,
  property,
  string,
  title,
  type WantedOf,
} from '../../catalog/index.js';
import type { Insertion } from './words.js';

/** The attributes of an ini_subsetting. */
export const attributes = {
  name: title('What the resource is called; any text.'),
  ensure: property(oneOf('present', 'absent'), "Whether the word is in the setting's value.", {
    default: 'present',
  }),
  path: parameter(absolutePath, 'The file.', { required: true }),
  section: parameter(string, 'The section; left out for what stands before any.', { default: '' }),
  setting: parameter(string, 'The name of the setting.', { required: true }),
  subsetting: parameter(string, 'The word in its value: `admin_token_auth`, `-Xmx`.', { required: true }),
  value: property(string, 'What follows the word without a space: `512m`.'),
  show_diff: parameter(
    anyOf(boolean, oneOf('md5')),
    'Whether the values may be shown; checksums never are.',
    { default: true },
  ),
  subsetting_separator: parameter(string, 'What stands between two words.', { default: ' ' }),
  subsetting_key_val_separator: parameter(string, 'What stands between a word and what follows it.', {
    default: '',
  }),
  use_exact_match: parameter(
    boolean,
    'Whether only a word that is exactly the same counts; otherwise every word that begins with it does.',
    { default: false },
  ),
  insert_type: parameter<Insertion['type'], Insertion['type']>(
    oneOf('start', 'end', 'before', 'after', 'index'),
    'Where a word goes that is not there yet.',
    { default: 'end' },
  ),
  insert_value: parameter(
    anyOf(integer({ min: 0 }), string),
    "The word beside which it goes, or its place for 'index'.",
  ),
  quote_char: parameter(oneOf('', '"', "'"), 'What the whole value is quoted with. Left out: as it is.', {
    default: '',
  }),
  delete_if_empty: parameter(boolean, 'Whether a setting goes whose last word goes.', { default: false }),
  key_val_separator: parameter(string, 'What stands between a setting and its value.', { default: ' = ' }),
} as const;

export type WantedSubsetting = WantedOf<typeof attributes>;
