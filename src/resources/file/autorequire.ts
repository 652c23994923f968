import { posix } from 'node:path';
import { Reference } from '../../catalog/index.js';
import type { CatalogView } from '../../catalog/native-type.js';
import type { WantedFile } from './attributes.js';

/** What a file comes after: the nearest directory that is managed, its owner and group, what it points to or copies. */
export function* autorequire(wanted: WantedFile, catalog: CatalogView): Generator<Reference> {
  for (let path = wanted.path; path !== '/'; ) {
    path = posix.dirname(path);
    if (!catalog.has('file', path)) continue;
    yield new Reference('file', path);
    break;
  }
  if (wanted.target !== undefined) {
    yield new Reference('file', posix.resolve(posix.dirname(wanted.path), wanted.target));
  }
  for (const source of wanted.source ?? [])
    if (catalog.has('file', source)) yield new Reference('file', source);
  if (isName(wanted.owner)) yield new Reference('user', wanted.owner);
  if (isName(wanted.group)) yield new Reference('group', wanted.group);
}

function isName(account: string | undefined): account is string {
  return account !== undefined && !/^\d+$/.test(account);
}
