import type { Session } from '../../engine/session.js';

/** Which file resources count. */
interface FileOptions {
  /** Files that are removed count as well: one of them may be the obstacle. */
  readonly removals?: boolean;
}

/** Returns whether the catalog may create one of the files that define a service. */
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
    (type) => session.managed(type, ({ desired, noop }) => noop !== true && touches(desired)).size > 0,
  );
}
