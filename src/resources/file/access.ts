import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { readSharedAccounts } from '../accounts/shared-accounts.js';
import type { attributes, DesiredFile } from './attributes.js';
import { resolveMode, toOctal } from './mode.js';

/** The default permissions of new files and directories. */
export const NEW_MODE = { file: 0o644, secret: 0o600, directory: 0o755 } as const;

/** Reads the accounts of the host, including those from a directory service that the resources name. */
export async function loadAccounts(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Accounts> {
  const users = new Set(subjects.flatMap(({ desired }) => desired.owner ?? []));
  const groups = new Set(subjects.flatMap(({ desired }) => desired.group ?? []));
  return readSharedAccounts(session, users.size + groups.size > 0 ? { users, groups } : undefined);
}

/** Owner, group and mode on the host; in the form of the desired values if they are in sync. */
export interface AccessState {
  readonly owner: string | undefined;
  readonly group: string | undefined;
  readonly mode: string | undefined;
}

/** Converts owner, group and mode into the form of the desired values if they are in sync. */
export function toAccessState(desired: DesiredFile, status: FileStatus, accounts: Accounts): AccessState {
  const { owner, group, mode } = desired;
  return {
    owner: owner !== undefined && accounts.uid(owner) === status.uid ? owner : accounts.user(status.uid),
    group: group !== undefined && accounts.gid(group) === status.gid ? group : accounts.group(status.gid),
    mode: toModeState(mode, status),
  };
}

function toModeState(mode: string | undefined, status: FileStatus): string | undefined {
  // A link has no mode of its own.
  if (status.kind === 'link') return mode;
  const is = toOctal(status.mode);
  if (mode === undefined) return is;
  if (status.mode === resolveModeFor(mode, status)) return mode;
  return is === mode ? `${is}, not searchable` : is;
}

/** Resolves a mode to bits for an existing file. */
export function resolveModeFor(mode: string, status: FileStatus): number {
  return resolveMode(mode, status.mode, status.kind === 'directory');
}

/** The numeric IDs of owner and group. */
export interface Ownership {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

/**
 * Resolves owner and group to their IDs.
 * @throws if the user or group does not exist.
 */
export function resolveOwnership({ path, owner, group }: DesiredFile, accounts: Accounts): Ownership {
  const uid = owner === undefined ? undefined : accounts.uid(owner);
  const gid = group === undefined ? undefined : accounts.gid(group);
  if (owner !== undefined && uid === undefined) {
    raise('file.owner', `${path} cannot be given to the user '${owner}', who does not exist`, {
      hint: `declare User[${owner}], or the package that creates it, before this file`,
    });
  }
  if (group !== undefined && gid === undefined) {
    raise('file.group', `${path} cannot be given to the group '${group}', which does not exist`, {
      hint: `declare Group[${group}], or the package that creates it, before this file`,
    });
  }
  return { uid, gid };
}
