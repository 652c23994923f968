import { posix } from 'node:path';
import { type PathUse, Reference } from '../../catalog/index.js';
import type { WantedFile } from './attributes.js';

/** The resources that come before a file, beside its directory and its source: its owner and group, and the target of a link. */
export function* autorequire(wanted: WantedFile): Generator<Reference> {
  if (wanted.target !== undefined) {
    yield new Reference('file', posix.resolve(posix.dirname(wanted.path), wanted.target));
  }
  if (isName(wanted.owner)) yield new Reference('user', wanted.owner);
  if (isName(wanted.group)) yield new Reference('group', wanted.group);
}

/** The path that a file manages, the directory that contains it, and the sources on the host. */
export function* paths({ path, source = [] }: WantedFile): Generator<PathUse> {
  yield { use: 'manages', path };
  if (path !== '/') yield { use: 'needs', path: posix.dirname(path) };
  for (const one of source) if (one.startsWith('/')) yield { use: 'reads', path: one };
}

function isName(account: string | undefined): account is string {
  return account !== undefined && !/^\d+$/.test(account);
}
