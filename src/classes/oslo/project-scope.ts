import { isServiceDefault, serviceDefault } from '../shared/index.js';

/**
 * Returns values for `declareOptions` that omit the project if a system scope is given: with both, the token would be
 * for the project.
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
