import { toArray } from '../shared/index.js';

/** The types of stores in `enabled_backends`. */
export const backendTypes: readonly string[] = ['cinder', 'file', 'http', 'rbd', 's3', 'swift', 'vsphere'];

/** One problem with the stores of an API. */
export interface BackendProblem {
  readonly message: string;
  readonly hint: string;
  readonly parameter: 'enabled_backends' | 'default_backend';
}

/** Returns all problems with the stores of an API. */
export function findBackendProblems(enabledBackends: unknown, defaultBackend: unknown): BackendProblem[] {
  const parameter = 'enabled_backends';
  const problems: BackendProblem[] = [];
  const ids: string[] = [];
  for (const backend of toArray(enabledBackends).map(String)) {
    const [id = '', type = ''] = backend.split(':');
    if (!backendTypes.includes(type)) {
      const message = `unknown store type '${type}' in '${backend}'`;
      problems.push({
        message,
        hint: `list stores as id:type; types are ${backendTypes.join(', ')}`,
        parameter,
      });
    }
    if (ids.includes(id)) {
      problems.push({
        message: `duplicate store id '${id}'`,
        hint: 'give every store its own id',
        parameter,
      });
    } else ids.push(id);
  }
  const choice = `one of ${ids.join(', ')}`;
  if (defaultBackend === undefined || defaultBackend === '') {
    const message = 'enabled_backends needs a default_backend for new images';
    problems.push({ message, hint: `set it to ${choice}`, parameter });
  } else if (!ids.includes(String(defaultBackend))) {
    const message = `default_backend '${String(defaultBackend)}' is not in enabled_backends`;
    problems.push({ message, hint: `set it to ${choice}`, parameter: 'default_backend' });
  }
  return problems;
}
