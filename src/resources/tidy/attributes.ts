import {
  anyOf,
  arrayOf,
  boolean,
  type DesiredOf,
  integer,
  oneOf,
  parameter,
  property,
  string,
  title,
} from '../../catalog/index.js';
import { cleanPath } from '../file/clean-path.js';
import { age, depth, size } from './value-types.js';

/** The attributes of a tidy. */
export const attributes = {
  path: title('A file, or a directory whose content is tidied.', cleanPath),
  recurse: property(
    depth,
    'The depth: true for all levels, a number of levels, or false for only the path. Links are never followed.',
    {
      default: false,
      show: (is, should) => (Array.isArray(is) ? { from: is, to: [] } : { from: is, to: should }),
    },
  ),
  age: parameter(
    age,
    "The minimum age of what is removed: days, or with a unit '90s', '30m', '12h', '2w'. 0 for everything.",
  ),
  size: parameter(
    size,
    "The minimum size of what is removed: kilobytes, or with a unit '100b', '20m', '1g'. If age is declared too, one of the two conditions is sufficient. Without both, everything is removed.",
  ),
  type: parameter(
    oneOf('atime', 'mtime', 'ctime'),
    'The time that determines the age: of the last read, of the last change of the content, or of any change. Of a directory, atime is the last change of its content, because listing it is a read.',
    { default: 'atime' },
  ),
  matches: parameter(
    arrayOf(string),
    'Shell patterns: only files whose name (without directories) matches one of them are removed. Needs recurse.',
  ),
  rmdirs: parameter(
    boolean,
    'Whether directories are removed too, including the path: those that meet the same conditions and are empty after the rest is removed.',
    { default: false },
  ),
  max_files: parameter(
    integer({ min: 0 }),
    'The maximum number of files and directories that recurse may find; more are an error. 0 for any number.',
    { default: 0 },
  ),
  backup: parameter(
    anyOf(boolean, string),
    'Whether removed files are backed up, as by a file: true for the state directory, or the name of a filebucket.',
    { default: false },
  ),
} as const;

/** The desired state of a tidy. */
export type DesiredTidy = DesiredOf<typeof attributes>;
