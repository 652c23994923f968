import type { QualifiedName } from '../../openstack/identity/find-by-name.js';

/** The scope in which a user has roles. */
export type RoleScope =
  | { readonly kind: 'project'; readonly project: QualifiedName }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'system' };

/** The user that has roles, and the scope in which it has them. */
export interface AssignmentTarget {
  readonly user: QualifiedName;
  readonly scope: RoleScope;
}

/** The attributes of a resource that determine its target. */
interface DesiredIniSetting {
  readonly user: string;
  readonly user_domain: string;
  readonly project?: string | undefined;
  readonly project_domain: string;
  readonly domain?: string | undefined;
}

export function toAssignmentTarget({
  user,
  user_domain,
  project,
  project_domain,
  domain,
}: DesiredIniSetting): AssignmentTarget {
  return {
    user: { name: user, domain: user_domain },
    scope:
      project !== undefined
        ? { kind: 'project', project: { name: project, domain: project_domain } }
        : domain !== undefined
          ? { kind: 'domain', domain }
          : { kind: 'system' },
  };
}

/** A target with ids instead of names. */
export interface ResolvedTarget {
  readonly user: string;
  readonly scope: { readonly kind: 'project' | 'domain'; readonly id: string } | { readonly kind: 'system' };
}

/** Returns a key that is different for each scope. */
export function toScopeKey(scope: ResolvedTarget['scope']): string {
  return scope.kind === 'system' ? 'system' : `${scope.kind} ${scope.id}`;
}
