import { Reference } from '../../catalog/index.js';

/** The filebucket that is there without being declared. */
const BUILT_IN = 'puppet';

/** The filebucket that a backup names, which has to be declared. */
export function* referToFilebucket({ backup }: { readonly backup?: unknown }): Generator<Reference> {
  if (typeof backup === 'string' && !backup.startsWith('.') && backup !== BUILT_IN)
    yield new Reference('filebucket', backup);
}
