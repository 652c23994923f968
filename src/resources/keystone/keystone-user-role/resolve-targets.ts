import { raise } from '../../../errors/glance-apply-error.js';
import { findDomainId, findInDomains, toQualifiedKey } from '../../openstack/identity/find-by-name.js';
import type { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import type { AssignmentTarget, ResolvedTarget } from './assignment-target.js';

/** Returns the ids of targets; undefined for a target whose user, project or domain does not exist. */
export async function resolveTargets(
  keystone: KeystoneClient,
  targets: readonly AssignmentTarget[],
): Promise<(ResolvedTarget | undefined)[]> {
  const projectsOf = targets.flatMap(({ scope }) => (scope.kind === 'project' ? [scope.project] : []));
  const domainsOf = targets.flatMap(({ scope }) => (scope.kind === 'domain' ? [scope.domain] : []));
  const [users, projects, domains] = await Promise.all([
    findInDomains(
      keystone,
      'users',
      targets.map(({ user }) => user),
    ),
    findInDomains(keystone, 'projects', projectsOf),
    Promise.all(
      [...new Set(domainsOf)].map(async (name) => [name, await findDomainId(keystone, name)] as const),
    ).then((pairs) => new Map(pairs)),
  ]);
  const scopeOf = ({ scope }: AssignmentTarget): ResolvedTarget['scope'] | undefined => {
    if (scope.kind === 'system') return scope;
    const id =
      scope.kind === 'domain' ? domains.get(scope.domain) : projects.get(toQualifiedKey(scope.project))?.id;
    return id === undefined ? undefined : { kind: scope.kind, id };
  };
  return targets.map((target) => {
    const user = users.get(toQualifiedKey(target.user))?.id;
    const scope = scopeOf(target);
    return user === undefined || scope === undefined ? undefined : { user, scope };
  });
}

/** Returns the ids of a target, or throws if its user, project or domain does not exist. */
export async function requireTarget(
  keystone: KeystoneClient,
  target: AssignmentTarget,
): Promise<ResolvedTarget> {
  const [known] = await resolveTargets(keystone, [target]);
  if (known !== undefined) return known;
  const { user, scope } = target;
  const users = await findInDomains(keystone, 'users', [user]);
  if (users.size === 0) return raiseMissing('user', `${user.name}::${user.domain}`);
  return scope.kind === 'project'
    ? raiseMissing('tenant', `${scope.project.name}::${scope.project.domain}`)
    : raiseMissing('domain', scope.kind === 'domain' ? scope.domain : '');
}

function raiseMissing(kind: string, name: string): never {
  const called = kind === 'tenant' ? 'project' : kind;
  raise('openstack.missing', `Keystone has no ${called} '${name}'; declare a keystone_${kind} of this name`);
}
