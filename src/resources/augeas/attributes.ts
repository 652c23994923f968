import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  type DesiredOf,
  parameter,
  property,
  string,
  title,
  type ValueType,
} from '../../catalog/index.js';
import { showPendingEdits } from './pending-edits.js';

/** Commands: the lines of a string, or the elements of a list. */
const commands: ValueType<string | readonly string[], readonly string[]> = {
  schema: arrayOf(string).schema,
  expected: 'a string with one command per line, or a list of commands',
  munge: (value) =>
    typeof value === 'string'
      ? value.split('\n')
      : Array.isArray(value)
        ? value.flat(Number.POSITIVE_INFINITY).filter((one) => one !== undefined && one !== null)
        : value,
};

/** The attributes of an augeas. */
export const attributes = {
  name: title('A name for the change.'),
  changes: property(
    commands,
    'Commands of Augeas: `set PATH VALUE`, `setm PATH SUB VALUE`, `rm PATH`, `clear PATH`, `clearm PATH SUB`, ' +
      '`touch PATH`, `ins LABEL before|after PATH`, `mv PATH OTHER`, `rename PATH LABEL`, `defvar NAME PATH`, ' +
      '`defnode NAME PATH VALUE`. They are tried on copies, and are in sync if no file would change.',
    {
      required: true,
      text: 'lines',
      show: (is, should, { show_diff }) => showPendingEdits(is, should, show_diff === true),
    },
  ),
  context: parameter(
    string,
    'The prefix of paths in commands, unless they begin with a slash or a variable. @default with incl, that file',
    { default: '' },
  ),
  incl: parameter(absolutePath, 'The only file to load; needs `lens`.'),
  lens: parameter(string, 'The lens that parses this file: `Json.lns`.'),
  onlyif: parameter(
    string,
    "A condition for the commands. `get PATH == 'text'`, also with `!=`, `<`, `<=`, `>`, `>=`, " +
      "`=~`; `match PATH size > 0`; `match` or `values` with `PATH include 'text'`, `not_include 'text'`, " +
      "`== ['a', 'b']` or `!= ['a', 'b']`.",
    { default: '', text: 'lines' },
  ),
  force: parameter(boolean, 'Whether the resource counts as changed in every run in which onlyif is met.', {
    default: false,
  }),
  load_path: parameter(
    anyOf(string, arrayOf(string)),
    'Directories with further lenses, as a list or with colons between them.',
  ),
  root: parameter(absolutePath, 'The directory that is the root of all files.', { default: '/' }),
  show_diff: parameter(
    boolean,
    'Whether the difference of the files is displayed; otherwise their content is not backed up, either.',
    { default: true },
  ),
  type_check: parameter(boolean, 'Whether lenses are type-checked, which is slow.', { default: false }),
} as const;

/** The desired state of an augeas. */
export type DesiredAugeas = DesiredOf<typeof attributes>;

/** The prefix of paths in commands: empty, or a path that ends with a slash. */
export function contextOf({ context, incl }: Pick<DesiredAugeas, 'context' | 'incl'>): string {
  const prefix = context === '' && incl !== undefined ? `/files${incl}` : context;
  return prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
}
