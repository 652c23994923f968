import type { LintFinding } from '../../catalog/lint-finding.js';
import type { ResourceView } from '../../catalog/resource-view.js';
import { revealAll } from '../../secrets/secret.js';

/** Warns of variables that are given twice: the last one counts, and PATH counts for more than path. */
export function* lintEnvironment(execs: readonly ResourceView[]): Generator<LintFinding> {
  for (const resource of execs) {
    const given = revealAll(resource.parameters.environment);
    const names = Array.isArray(given)
      ? given.map((entry) => String(entry).split('=')[0] ?? '')
      : Object.keys((resource.wanted.environment ?? {}) as object);
    for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index))) {
      yield {
        resource,
        code: 'exec.environment',
        message: `the variable ${name} is set more than once in environment`,
        hint: 'the last one counts; remove the others',
      };
    }
    if (resource.wanted.path !== undefined && names.includes('PATH')) {
      yield {
        resource,
        code: 'exec.environment',
        message: 'environment sets PATH, which takes the place of path while the command runs',
        hint: 'path still says where the command itself is looked for; remove one of them',
      };
    }
  }
}
