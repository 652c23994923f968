import { nativeType } from '../../catalog/index.js';
import { type Diff, provide, type Subject } from '../../engine/provider.js';
import { attributes, type WantedFile } from './attributes.js';
import { changeFile } from './change.js';
import { normalize, validate } from './checks.js';
import { followsLinks } from './desired-kind.js';
import { referToFilebucket } from './filebucket-reference.js';
import { readFiles } from './read.js';
import { autorequire, paths } from './relations.js';

/**
 * A file, a directory or a link.
 * @example
 * new File(site, '/etc/glance/policy.yaml', { content: '{}\n', owner: 'root', group: 'glance', mode: '0640' });
 */
export class File extends nativeType('file', attributes, {
  doc: 'A file, a directory or a symbolic link: its content, owner, group and mode.',
  normalize: normalize,
  validate: validate,
  refersTo: referToFilebucket,
  autorequire,
  paths,
}) {}

provide(File, {
  read: readFiles,
  change: changeFile,
  disturbs,
  edits: ({ wanted }) => (isWritten(wanted) ? [wanted.path] : []),
  isFile: ({ wanted }) => ({ path: wanted.path, follow: followsLinks(wanted) }),
});

/** Whether its content may be written. */
function isWritten({ ensure, target }: WantedFile): boolean {
  return target === undefined && ensure !== 'absent' && ensure !== 'directory' && ensure !== 'link';
}

/**
 * A link that comes, goes or points elsewhere, and a directory that goes, change what other paths mean. A plain
 * file or a new directory only changes what its own resource is about.
 */
function disturbs({ wanted }: Subject<typeof attributes>, diff: Diff | undefined): boolean {
  if (diff === undefined) return wanted.target !== undefined || wanted.ensure === 'link' || wanted.force;
  if (!diff.has('ensure') && !diff.has('target')) return false;
  const { ensure } = diff.is;
  return wanted.target !== undefined || ensure === 'link' || ensure === 'directory';
}
