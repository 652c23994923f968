import type { QualifiedName } from '../../openstack/identity/find-by-name.js';

/** Where roles hold. */
export type RoleScope =
  | { readonly kind: 'project'; readonly project: QualifiedName }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'system' };

/** Whose roles, and where they hold. */
export interface AssignmentTarget {
  readonly user: QualifiedName;
  readonly scope: RoleScope;
}

/** What the attributes of a resource say about it. */
interface Wanted {
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
}: Wanted): AssignmentTarget {
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

/** The same by ids. */
export interface ResolvedTarget {
  readonly user: string;
  readonly scope: { readonly kind: 'project' | 'domain'; readonly id: string } | { readonly kind: 'system' };
}

/** A scope as one word. */
export function toScopeKey(scope: ResolvedTarget['scope']): string {
  return scope.kind === 'system' ? 'system' : `${scope.kind} ${scope.id}`;
}
