import type { Query } from '../../openstack/api-url.js';
import type { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import { type AssignmentTarget, type ResolvedTarget, toScopeKey } from './assignment-target.js';
import { resolveTargets } from './resolve-targets.js';

/** An assignment, as in Keystone's list. */
interface Assignment {
  readonly role: { readonly id: string };
  readonly user?: { readonly id: string };
  readonly scope: {
    readonly project?: { readonly id: string };
    readonly domain?: { readonly id: string };
    readonly system?: object;
    readonly 'OS-INHERIT:inherited_to'?: string;
  };
}

/** Returns the sorted names of the roles of each target; none if its user, project or domain does not exist. */
export async function readRoles(
  keystone: KeystoneClient,
  targets: readonly AssignmentTarget[],
): Promise<string[][]> {
  const known = await resolveTargets(keystone, targets);
  const there = known.filter((target) => target !== undefined);
  if (there.length === 0) return targets.map(() => []);
  const [assignments, names] = await Promise.all([listAssignments(keystone, there), listRoleNames(keystone)]);
  const roles = new Map<string, Set<string>>();
  for (const { role, user, scope } of assignments) {
    // Roles of groups and inherited roles are not granted to the user in this scope.
    const held = toRoleScope(scope);
    if (user === undefined || held === undefined) continue;
    const key = toKey({ user: user.id, scope: held });
    const ids = roles.get(key) ?? new Set();
    roles.set(key, ids.add(role.id));
  }
  return known.map((target) => {
    const ids = target === undefined ? [] : [...(roles.get(toKey(target)) ?? [])];
    return ids.map((id) => names.get(id) ?? id).sort();
  });
}

/**
 * Lists the assignments by user or by scope, whichever are fewer, so that no assignment is requested that concerns
 * neither a declared user nor a declared scope.
 */
async function listAssignments(
  keystone: KeystoneClient,
  targets: readonly ResolvedTarget[],
): Promise<Assignment[]> {
  const users = new Map(targets.map(({ user }) => [user, { 'user.id': user }]));
  const scopes = new Map(targets.map(({ scope }) => [toScopeKey(scope), buildQuery(scope)]));
  const queries: Query[] = [...(users.size < scopes.size ? users : scopes).values()];
  const lists = await Promise.all(queries.map((query) => keystone.list('role_assignments', query)));
  return lists.flat() as readonly unknown[] as Assignment[];
}

async function listRoleNames(keystone: KeystoneClient): Promise<ReadonlyMap<string, string>> {
  return new Map((await keystone.list('roles')).map(({ id, name }) => [id, String(name)]));
}

function buildQuery(scope: ResolvedTarget['scope']): Query {
  return scope.kind === 'system' ? { 'scope.system': 'all' } : { [`scope.${scope.kind}.id`]: scope.id };
}

/** Returns the scope of an assignment; undefined if it is inherited, because it is not granted in that scope. */
export function toRoleScope(scope: Assignment['scope']): ResolvedTarget['scope'] | undefined {
  if (scope['OS-INHERIT:inherited_to'] !== undefined) return undefined;
  if (scope.project !== undefined) return { kind: 'project', id: scope.project.id };
  if (scope.domain !== undefined) return { kind: 'domain', id: scope.domain.id };
  return scope.system === undefined ? undefined : { kind: 'system' };
}

function toKey({ user, scope }: ResolvedTarget): string {
  return `${user} ${toScopeKey(scope)}`;
}
