import { asArray } from '../tables/index.js';

/** The kinds of stores that `enabled_backends` may name. */
export const backendTypes: readonly string[] = ['cinder', 'file', 'http', 'rbd', 's3', 'swift', 'vsphere'];

/** What is wrong with the stores of an API; each complaint is a sentence of its own. */
export function complaintsAboutBackends(enabledBackends: unknown, defaultBackend: unknown): string[] {
  const complaints: string[] = [];
  const ids: string[] = [];
  for (const backend of asArray(enabledBackends).map(String)) {
    const [id = '', type = ''] = backend.split(':');
    if (!backendTypes.includes(type)) {
      complaints.push(
        `'${type}' of the store '${backend}' is no type of store: enabled_backends lists them as id:type, with one of ${backendTypes.join(', ')}`,
      );
    }
    if (ids.includes(id))
      complaints.push(`enabled_backends names the store '${id}' twice: every store needs its own name`);
    else ids.push(id);
  }
  if (defaultBackend === undefined || defaultBackend === '') {
    complaints.push('default_backend must say which of the stores of enabled_backends new images go to');
  } else if (!ids.includes(String(defaultBackend))) {
    complaints.push(
      `default_backend '${defaultBackend}' is none of the stores of enabled_backends: ${ids.join(', ')}`,
    );
  }
  return complaints;
}
