import { asArray } from '../tables/index.js';

/** The kinds of stores that `enabled_backends` may name. */
export const backendTypes: readonly string[] = ['cinder', 'file', 'http', 'rbd', 's3', 'swift', 'vsphere'];

/** One thing that is wrong with the stores of an API. */
export interface BackendProblem {
  readonly message: string;
  readonly hint: string;
  readonly parameter: 'enabled_backends' | 'default_backend';
}

/** What is wrong with the stores of an API. */
export function findBackendProblems(enabledBackends: unknown, defaultBackend: unknown): BackendProblem[] {
  const parameter = 'enabled_backends';
  const problems: BackendProblem[] = [];
  const ids: string[] = [];
  for (const backend of asArray(enabledBackends).map(String)) {
    const [id = '', type = ''] = backend.split(':');
    if (!backendTypes.includes(type)) {
      const message = `'${type}' of the store '${backend}' is no type of store`;
      problems.push({
        message,
        hint: `stores are listed as id:type, with one of ${backendTypes.join(', ')}`,
        parameter,
      });
    }
    if (ids.includes(id)) {
      problems.push({
        message: `there are two stores called '${id}'`,
        hint: 'every store needs its own id',
        parameter,
      });
    } else ids.push(id);
  }
  const choice = `one of ${ids.join(', ')}`;
  if (defaultBackend === undefined || defaultBackend === '') {
    const message = 'there are stores, and no default_backend says which of them new images go to';
    problems.push({ message, hint: `say ${choice}`, parameter });
  } else if (!ids.includes(String(defaultBackend))) {
    const message = `default_backend '${String(defaultBackend)}' is none of the stores of enabled_backends`;
    problems.push({ message, hint: `say ${choice}`, parameter: 'default_backend' });
  }
  return problems;
}
