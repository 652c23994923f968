import type { Session } from '../../engine/session.js';

/** What counts as a file that makes a service what it is. */
interface FileOptions {
  /** A file that is to go counts, too: it may be what is in the way. */
  readonly removals?: boolean;
}

/** Whether the catalog brings one of the files from which a service is made, or may. */
export function comesFromCatalog(
  session: Session,
  files: readonly string[],
  { removals = false }: FileOptions = {},
): boolean {
  const touches = ({ path, ensure, recurse }: Readonly<Record<string, unknown>>) => {
    if (typeof path !== 'string' || (ensure === 'absent' && !removals)) return false;
    if (files.includes(path) || /\/systemd\/system-generators\//.test(path)) return true;
    return Boolean(recurse) && files.some((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));
  };
  return ['file', 'ini_setting'].some(
    (type) => session.managed(type, ({ wanted, noop }) => noop !== true && touches(wanted)).size > 0,
  );
}
