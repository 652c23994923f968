import {
  anyOf,
  arrayOf,
  boolean,
  integer,
  oneOf,
  parameter,
  property,
  string,
  title,
  type WantedOf,
} from '../../catalog/index.js';
import { cleanPath } from '../file/clean-path.js';
import { age, depth, size } from './value-types.js';

/** The attributes of a tidy. */
export const attributes = {
  path: title('A file, or the directory whose content is looked at.', cleanPath),
  recurse: property(
    depth,
    'How deep: true without end, a number of levels, or false for the path alone. Links are never followed.',
    {
      default: false,
      show: (is, should) => (Array.isArray(is) ? { from: is, to: [] } : { from: is, to: should }),
    },
  ),
  age: parameter(
    age,
    "What was not used for so long goes: days, or with a unit '90s', '30m', '12h', '2w'. 0 for everything.",
  ),
  size: parameter(
    size,
    "What is so large or larger goes: kilobytes, or with a unit '100b', '20m', '1g'. With age, one of both is enough. Without both, everything goes.",
  ),
  type: parameter(
    oneOf('atime', 'mtime', 'ctime'),
    'Which time makes the age: of the last reading, of the last change of the content, or of any change. Of a directory, atime is the last change of its content: looking into it is a reading.',
    { default: 'atime' },
  ),
  matches: parameter(
    arrayOf(string),
    'Shell patterns: only what has a name (without directories) that fits one of them goes. Needs recurse.',
  ),
  rmdirs: parameter(
    boolean,
    'Whether directories go as well, the path among them: those that the same conditions hold for, and that are empty when all else has gone.',
    { default: false },
  ),
  max_files: parameter(
    integer({ min: 0 }),
    'How many files and directories recurse may come to; more of them are an error. 0 for any number.',
    { default: 0 },
  ),
  backup: parameter(
    anyOf(boolean, string),
    'Whether what goes is kept, as by a file: true for the state directory, or the name of a filebucket.',
    { default: false },
  ),
} as const;

/** A tidy as its provider gets it. */
export type WantedTidy = WantedOf<typeof attributes>;
