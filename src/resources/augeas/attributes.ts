import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  parameter,
  property,
  string,
  title,
  type ValueType,
  type WantedOf,
} from '../../catalog/index.js';
import { showPendingEdits } from './pending-edits.js';

/** A text of several lines is several commands; what a list has is one command each. */
const commands: ValueType<string | readonly string[], readonly string[]> = {
  schema: arrayOf(string).schema,
  expected: 'a text with a command a line, or a list of commands',
  munge: (value) =>
    typeof value === 'string'
      ? value.split('\n')
      : Array.isArray(value)
        ? value.flat(Number.POSITIVE_INFINITY).filter((one) => one !== undefined && one !== null)
        : value,
};

export const attributes = {
  name: title('What the change is called.'),
  changes: property(
    commands,
    'Commands of Augeas: `set PATH VALUE`, `setm PATH SUB VALUE`, `rm PATH`, `clear PATH`, `clearm PATH SUB`, ' +
      '`touch PATH`, `ins LABEL before|after PATH`, `mv PATH OTHER`, `rename PATH LABEL`, `defvar NAME PATH`, ' +
      '`defnode NAME PATH VALUE`. They are tried on copies, and are in sync where no file would change.',
    {
      required: true,
      text: 'lines',
      show: (is, should, { show_diff }) => showPendingEdits(is, should, show_diff === true),
    },
  ),
  context: parameter(
    string,
    'What paths in commands begin with, unless they begin with a slash or a variable. @default with incl, that file',
    { default: '' },
  ),
  incl: parameter(absolutePath, 'The one file that is loaded; needs `lens`.'),
  lens: parameter(string, 'How that file is read: `Json.lns`.'),
  onlyif: parameter(
    string,
    "A condition; without it the commands are left out. `get PATH == 'text'`, also with `!=`, `<`, `<=`, `>`, `>=`, " +
      "`=~`; `match PATH size > 0`; `match` or `values` with `PATH include 'text'`, `not_include 'text'`, " +
      "`== ['a', 'b']` or `!= ['a', 'b']`.",
    { default: '', text: 'lines' },
  ),
  force: parameter(boolean, 'Counts as changed in every run in which onlyif holds.', { default: false }),
  load_path: parameter(
    anyOf(string, arrayOf(string)),
    'Directories with further lenses, as a list or with colons between them.',
  ),
  root: parameter(absolutePath, 'The directory that is the root of all files.', { default: '/' }),
  show_diff: parameter(
    boolean,
    'Whether the difference of the files is shown; otherwise none of what they hold is kept in backups, either.',
    { default: true },
  ),
  type_check: parameter(boolean, 'Whether lenses are checked, which takes long.', { default: false }),
} as const;

/** A change as its provider gets it. */
export type WantedAugeas = WantedOf<typeof attributes>;

/** What paths in commands begin with: nothing, or something that ends in a slash. */
export function contextOf({ context, incl }: Pick<WantedAugeas, 'context' | 'incl'>): string {
  const given = context === '' && incl !== undefined ? `/files${incl}` : context;
  return given === '' || given.endsWith('/') ? given : `${given}/`;
}
