import { posix } from 'node:path';
import { type PathUse, Reference } from '../../catalog/index.js';
import type { DesiredFile } from './attributes.js';

/** The resources that come before a file, beside its directory and its source: its owner and group, and the target of a link. */
export function* autorequire(desired: DesiredFile): Generator<Reference> {
  if (desired.target !== undefined) {
    yield new Reference('file', posix.resolve(posix.dirname(desired.path), desired.target));
  }
  if (isName(desired.owner)) yield new Reference('user', desired.owner);
  if (isName(desired.group)) yield new Reference('group', desired.group);
}

/** The path that a file manages, the directory that contains it, and the sources on the host. */
export function* paths({ path, source = [] }: DesiredFile): Generator<PathUse> {
  yield { use: 'manages', path };
  if (path !== '/') yield { use: 'needs', path: posix.dirname(path) };
  for (const one of source) if (one.startsWith('/')) yield { use: 'reads', path: one };
}

function isName(account: string | undefined): account is string {
  return account !== undefined && !/^\d+$/.test(account);
}
