import { posix } from 'node:path';
import { type PathUse, Reference } from '../../catalog/index.js';
import type { WantedFile } from './attributes.js';

/** What a file comes after beside the directory that it is in and its source: its owner and group, and what it points to. */
export function* autorequire(wanted: WantedFile): Generator<Reference> {
  if (wanted.target !== undefined) {
    yield new Reference('file', posix.resolve(posix.dirname(wanted.path), wanted.target));
  }
  if (isName(wanted.owner)) yield new Reference('user', wanted.owner);
  if (isName(wanted.group)) yield new Reference('group', wanted.group);
}

/** What it manages, the directory that that is in, and what it copies from its host. */
export function* paths({ path, source = [] }: WantedFile): Generator<PathUse> {
  yield { use: 'manages', path };
  if (path !== '/') yield { use: 'needs', path: posix.dirname(path) };
  for (const one of source) if (one.startsWith('/')) yield { use: 'reads', path: one };
}

function isName(account: string | undefined): account is string {
  return account !== undefined && !/^\d+$/.test(account);
}
