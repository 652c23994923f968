import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { referToFilebucket } from '../file/filebucket-reference.js';
import { attributes } from './attributes.js';
import { removeFiles } from './change.js';
import { validate } from './checks.js';
import { readTidies } from './read.js';

/**
 * Files to remove because of their age or size.
 * @example
 * new Tidy(site, '/var/log/glance', {
 *   age: '4w',
 *   recurse: 1,
 *   matches: '*.gz',
 *   type: 'mtime',
 * });
 */
export class Tidy extends nativeType('tidy', attributes, {
  doc: 'Removes old or large files from a directory, or a single file. Paths of file resources are kept.',
  several: true,
  refersTo: referToFilebucket,
  paths: ({ path }) => [{ use: 'reads', path }],
  validate,
}) {}

provide(Tidy, {
  read: readTidies,
  change: removeFiles,
});
