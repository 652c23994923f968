import {
  anyOf,
  arrayOf,
  boolean,
  nativeType,
  parameter,
  property,
  Reference,
  string,
  title,
} from '../catalog/index.js';

/** A change of a configuration file in the words of Augeas. */
export class Augeas extends nativeType(
  'augeas',
  {
    name: title('What the change is called.'),
    changes: property(arrayOf(string), 'Commands of Augeas: `set`, `rm`, `ins` and others.'),
    context: parameter(string, 'What paths in commands begin with.', { default: '' }),
    incl: parameter(string, 'The one file that is loaded; needs `lens`.'),
    lens: parameter(string, 'How that file is read: `Json.lns`.'),
    onlyif: parameter(string, 'A comparison of Augeas; the commands are left out where it does not hold.'),
    force: parameter(boolean, 'Writes the file even where nothing seems to change.', { default: false }),
    load_path: parameter(anyOf(string, arrayOf(string)), 'Directories with further lenses.'),
    root: parameter(string, 'The directory that is the root of all files.', { default: '/' }),
    show_diff: parameter(boolean, 'Whether the change is shown.', { default: true }),
    type_check: parameter(boolean, 'Whether lenses are checked.', { default: false }),
  },
  {
    doc: 'A change of a configuration file in the words of Augeas.',
    *validate({ incl, lens }) {
      if ((incl === undefined) !== (lens === undefined)) yield 'incl and lens need each other';
    },
    autorequire: ({ incl }) => (incl === undefined ? [] : [new Reference('file', incl)]),
  },
) {}
