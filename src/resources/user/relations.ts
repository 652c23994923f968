import { posix } from 'node:path';
import { type PathUse, Reference } from '../../catalog/index.js';
import type { CatalogView } from '../../catalog/native-type-definition.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import type { DesiredUser } from './attributes.js';

/** The groups of a user, and the package of its shell. By default, useradd uses or creates a group of the account's name. */
export function* autorequire(
  { ensure, name, gid = name, groups = [], shell }: DesiredUser,
  catalog: CatalogView,
): Generator<Reference> {
  if (ensure === 'absent') return;
  if (shell !== undefined) yield* listPackagesOfTool(posix.basename(shell));
  yield* referToPrimaryGroup(gid, catalog);
  for (const group of groups) yield new Reference('group', group);
}

/** The primary group of an account can only be removed after the account. */
export function* autobefore(
  { ensure, name, gid = name }: DesiredUser,
  catalog: CatalogView,
): Generator<Reference> {
  if (ensure === 'absent') yield* referToPrimaryGroup(gid, catalog);
}

/** The shell, and the home directory if it is managed. */
export function* paths({ ensure, home, managehome, shell }: DesiredUser): Generator<PathUse> {
  if (ensure === 'absent') return;
  if (shell !== undefined) yield { use: 'needs', path: shell };
  if (home === undefined || !managehome) return;
  yield { use: 'creates', path: home };
  yield { use: 'needs', path: posix.dirname(home) };
}

/** Refers to the group with a name, or the group to which the catalog assigns an ID. */
function* referToPrimaryGroup(gid: string, catalog: CatalogView): Generator<Reference> {
  yield new Reference('group', gid);
  if (!/^\d+$/.test(gid)) return;
  for (const { title, desired } of catalog.all('group'))
    if (desired.gid === Number(gid)) yield new Reference('group', title);
}
