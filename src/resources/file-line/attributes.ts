import {
  absolutePath,
  boolean,
  type DesiredOf,
  oneOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
} from '../../catalog/index.js';

const oneLine: ValueType<string> = {
  schema: string.schema,
  expected: string.expected,
  munge: (value) => (typeof value === 'string' ? value.replace(/\r?\n$/, '') : value),
};

const encoding: ValueType<string> = {
  ...oneOf('utf-8', 'iso-8859-1'),
  munge: (value) => {
    const name = typeof value === 'string' ? value.toLowerCase() : value;
    if (name === 'utf8') return 'utf-8';
    return name === 'latin1' || name === 'ascii-8bit' || name === 'binary' ? 'iso-8859-1' : name;
  },
};

/** The attributes of a file_line. */
export const attributes = {
  name: title('A name for the line; it is not written to the file.'),
  ensure: property(oneOf('present', 'absent'), 'Whether the line is in the file.', { default: 'present' }),
  line: property(oneLine, 'The whole line, including spaces at its ends.'),
  path: parameter(absolutePath, 'The file, which must exist.', { required: true }),
  match: parameter(string, 'A regular expression in Ruby syntax of a line to replace, or to remove.'),
  match_for_absence: parameter(
    boolean,
    "With ensure: 'absent', lines that match are removed, whatever line is.",
    {
      default: false,
    },
  ),
  multiple: parameter(
    boolean,
    'Whether several lines may match; otherwise that is an error, except for lines that equal the line.',
  ),
  after: parameter(
    string,
    'A regular expression of the line after which a new one is inserted, instead of at the end.',
  ),
  replace: parameter(
    boolean,
    'Whether a line that matches is replaced; otherwise it is accepted in place of the line.',
    {
      default: true,
    },
  ),
  replace_all_matches_not_matching_line: parameter(
    boolean,
    'Whether every line that matches is replaced, even if the line is in the file already.',
    { default: false },
  ),
  append_on_no_match: parameter(boolean, 'Whether the line is added if none matches.', { default: true }),
  encoding: parameter(encoding, "The encoding of the file; 'iso-8859-1' accepts any bytes.", {
    default: 'utf-8',
  }),
} as const;

/** The desired state of a line. */
export type DesiredLine = DesiredOf<typeof attributes>;
