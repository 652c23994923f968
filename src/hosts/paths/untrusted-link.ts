import { HostError } from '../host-error.js';
import type { Directory } from './directory.js';

/** A symbolic link that neither root nor the user of the run controls. */
export interface UntrustedLink {
  readonly path: string;
  /** The owner; undefined if the link has several names, so that any user may have put one of them there. */
  readonly uid: number | undefined;
}

/** The error code of the system for a link that must not be followed. */
const CODE = 'ENOLINK';

/** Refuses to follow a link to an entry that does not belong to the link's owner. */
export function refuseLink(
  { path, uid }: UntrustedLink,
  end: { readonly path: string; readonly uid: number },
  { userName }: Pick<Directory, 'userName'>,
): never {
  const what =
    uid === undefined
      ? 'it is a symbolic link with several names, in a directory that others can write'
      : `it is a symbolic link of ${userName(uid)}, who can point it anywhere`;
  const remedy =
    uid === undefined
      ? `remove it and create it again`
      : `make the link root's (chown -h root ${path}) if it is meant, or remove it`;
  throw new HostError(
    `cannot follow ${path}: ${what}, and it leads to ${end.path} of ${userName(end.uid)}; name that path itself, or ${remedy}`,
    CODE,
    path,
  );
}

/** Refuses a link that differs each time it is read. */
export function refuseChangingLink(path: string): never {
  throw new HostError(
    `cannot follow ${path}: another process keeps replacing this link while it is read; find out who writes in its directory`,
    CODE,
    path,
  );
}

/**
 * Refuses a link, or anything else that is not a directory, on a path that contained only directories when it was
 * resolved.
 */
export function refuseReplacedDirectory(path: string, name: string, code: string): never {
  throw new HostError(
    `cannot go to ${path}: '${name}' is not a directory any more: another process has replaced it in the meantime`,
    code,
    path,
  );
}
