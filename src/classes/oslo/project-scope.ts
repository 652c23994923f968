import { isServiceDefault, serviceDefault } from '../tables/index.js';

/**
 * The project of a credential, for `declareOptions`. A system scope and a project exclude each other: where the
 * scope is given, the project's options are left to the service, or the token would be for the project.
 */
export function omitProjectOfSystemScope(parameters: {
  readonly project_name?: unknown;
  readonly project_domain_name?: unknown;
  readonly system_scope?: unknown;
}): Readonly<Record<string, unknown>> {
  const { system_scope } = parameters;
  if (system_scope === undefined || isServiceDefault(system_scope)) return {};
  return { project_name: serviceDefault, project_domain_name: serviceDefault };
}
