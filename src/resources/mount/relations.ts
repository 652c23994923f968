import { managedFile, type PathUse, Reference } from '../../catalog/index.js';
import { listPackagesOfFileSystem } from '../tools/packages-of-tool.js';
import type { DesiredMount } from './attributes.js';

/** The packages of the file system, and the mounts of the directories above. */
export function* autorequire({ name, fstype = '' }: DesiredMount): Generator<Reference> {
  yield* listPackagesOfFileSystem(fstype);
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    yield new Reference('mount', name.slice(0, at));
  }
  if (name !== '/') yield new Reference('mount', '/');
}

/** The file system table, the device and the mount point. */
export function* paths({ name, target, ensure, device }: DesiredMount): Generator<PathUse> {
  yield* managedFile(target);
  if (device?.startsWith('/')) yield { use: 'needs', path: device };
  if (ensure === 'mounted') yield { use: 'mounts', path: name };
}
