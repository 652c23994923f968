import {
  absolutePath,
  boolean,
  oneOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
  type WantedOf,
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

export const attributes = {
  name: title('What the line is called; it stands nowhere in the file.'),
  ensure: property(oneOf('present', 'absent'), 'Whether the line is in the file.', { default: 'present' }),
  line: property(oneLine, 'The line, whole, with the spaces at its ends.'),
  path: parameter(absolutePath, 'The file, which must exist.', { required: true }),
  match: parameter(
    string,
    'A regular expression, as Ruby writes it, of a line that this one takes the place of, or that has to go.',
  ),
  match_for_absence: parameter(boolean, "With ensure: 'absent', lines that match go, whatever line says.", {
    default: false,
  }),
  multiple: parameter(
    boolean,
    'Several lines may match. Otherwise they are an error, but for those that equal the line.',
  ),
  after: parameter(
    string,
    'A regular expression of the line that a new one is put behind, rather than at the end.',
  ),
  replace: parameter(
    boolean,
    'Whether a line that matches is replaced; otherwise it counts as the line itself.',
    {
      default: true,
    },
  ),
  replace_all_matches_not_matching_line: parameter(
    boolean,
    'Replaces every line that matches, even where the line is in the file already.',
    { default: false },
  ),
  append_on_no_match: parameter(boolean, 'Whether the line is added where none matches.', { default: true }),
  encoding: parameter(encoding, "How the file is written: 'iso-8859-1' takes whatever bytes it has.", {
    default: 'utf-8',
  }),
} as const;

/** A line as its provider gets it. */
export type WantedLine = WantedOf<typeof attributes>;
