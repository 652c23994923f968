import { managedFile, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeLines } from './change.js';
import { normalize, validate } from './checks.js';
import { readLines } from './read.js';

/**
 * A line in a text file whose other lines belong to others.
 * @example
 * new FileLine(site, 'no proxy for localhost', {
 *   path: '/etc/environment',
 *   line: 'no_proxy=127.0.0.1',
 *   match: '^no_proxy=',
 * });
 */
export class FileLine extends nativeType('file_line', attributes, {
  doc: 'A line of a text file. The rest of the file is left unchanged.',
  normalize,
  validate,
  paths: ({ path }) => managedFile(path),
}) {}

provide(FileLine, {
  read: readLines,
  changeAll: changeLines,
  batchBy: ({ desired }) => desired.path,
  edits: ({ desired }) => [desired.path],
});
