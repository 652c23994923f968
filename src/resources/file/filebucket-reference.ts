import { Reference } from '../../catalog/index.js';

/** The filebucket that exists without being declared. */
const BUILT_IN = 'puppet';

/** Refers to the filebucket that a backup names, which must be declared. */
export function* referToFilebucket({ backup }: { readonly backup?: unknown }): Generator<Reference> {
  if (typeof backup === 'string' && !backup.startsWith('.') && backup !== BUILT_IN)
    yield new Reference('filebucket', backup);
}
