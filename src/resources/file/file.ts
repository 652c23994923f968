import { nativeType } from '../../catalog/index.js';
import { type Diff, provide, type Subject } from '../../engine/provider.js';
import { attributes, type DesiredFile } from './attributes.js';
import { changeFile } from './change.js';
import { normalize, validate } from './checks.js';
import { followsLinks } from './desired-kind.js';
import { referToFilebucket } from './filebucket-reference.js';
import { readFiles } from './read.js';
import { autorequire, paths } from './relations.js';

/**
 * A file, a directory or a symbolic link.
 * @example
 * new File(site, '/etc/glance/policy.d', { ensure: 'directory', mode: '0755' });
 * new File(site, '/etc/glance/policy.d/images.yaml', {
 *   content: '"delete_image": "role:admin"\n',
 *   owner: 'root',
 *   group: 'glance',
 *   mode: '0640',
 * });
 */
export class File extends nativeType('file', attributes, {
  doc: 'A file, a directory or a symbolic link: its content, owner, group and mode.',
  normalize,
  validate,
  refersTo: referToFilebucket,
  autorequire,
  paths,
}) {}

provide(File, {
  disturbs,
  edits: ({ desired }) => (hasContent(desired) ? [desired.path] : []),
  isFile: ({ desired }) => ({ path: desired.path, follow: followsLinks(desired) }),
  read: readFiles,
  change: changeFile,
});

/** Whether the content of a file may be written. */
function hasContent({ ensure, target }: DesiredFile): boolean {
  return target === undefined && ensure !== 'absent' && ensure !== 'directory' && ensure !== 'link';
}

/**
 * Whether a change affects the meaning of other paths: a link that is created, removed or changed, and a directory that is
 * removed. A plain file or a new directory only affects its own resource.
 */
function disturbs({ desired }: Subject<typeof attributes>, diff: Diff | undefined): boolean {
  if (diff === undefined) return desired.target !== undefined || desired.ensure === 'link' || desired.force;
  if (!diff.has('ensure') && !diff.has('target')) return false;
  const { ensure } = diff.is;
  return desired.target !== undefined || ensure === 'link' || ensure === 'directory';
}
