import { raise } from '../../../errors/glance-apply-error.js';
import { findByName } from '../../openstack/identity/find-by-name.js';
import type { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import type { AssignmentTarget, ResolvedTarget } from './assignment-target.js';
import { requireTarget } from './resolve-targets.js';

/** Grants a user the roles that it lacks in a scope, and revokes those that are not desired. */
export async function changeRoles(
  keystone: KeystoneClient,
  target: AssignmentTarget,
  desired: readonly string[],
): Promise<void> {
  const path = toPath(await requireTarget(keystone, target));
  const there = await keystone.listAt(path, 'roles');
  const held = new Set(there.map(({ name }) => name));
  const lacking = desired.filter((name) => !held.has(name));
  const found = await findByName(keystone, 'roles', lacking);
  const unknown = lacking.filter((name) => !found.has(name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => `'${name}'`).join(', ');
    raise('openstack.missing', `Keystone has no role ${names}; declare a keystone_role of this name`);
  }
  // Granted first, so that the user is never without a role in between.
  for (const { id } of found.values()) await keystone.setRole([...path, id], true);
  for (const { id, name } of there) {
    if (!desired.includes(String(name))) await keystone.setRole([...path, id], false);
  }
}

function toPath({ user, scope }: ResolvedTarget): string[] {
  const where = scope.kind === 'system' ? ['system'] : [`${scope.kind}s`, scope.id];
  return [...where, 'users', user, 'roles'];
}
