import type { Diff } from '../../engine/provider.js';
import type { Command } from '../../hosts/command.js';
import { secret } from '../../secrets/secret.js';
import type { DesiredUser } from './attributes.js';

/** The accounts of the host that affect the commands. */
export interface HostAccounts {
  /** Whether a group of the user's name exists, in which case useradd would fail to create it. */
  readonly ownGroupExists: boolean;
}

/** Builds the commands that change a user to its desired state. The hash of a password is never an argument. */
export function buildUserCommands(
  desired: DesiredUser,
  diff: Diff,
  { ownGroupExists }: HostAccounts,
): Command[] {
  const { name } = desired;
  if (diff.removes) return [{ argv: ['userdel', ...(desired.managehome ? ['-r'] : []), '--', name] }];
  const commands: Command[] = [];
  const options = buildAccountOptions(desired, diff);
  if (diff.creates) {
    if (desired.gid === undefined && ownGroupExists) options.push('-g', name);
    options.push(desired.managehome ? '-m' : '-M');
    if (desired.system) options.push('-r');
    commands.push({ argv: ['useradd', ...options, '--', name] });
  } else if (options.length > 0) {
    commands.push({ argv: ['usermod', ...options, '--', name] });
  }
  if (diff.has('password')) {
    commands.push({ argv: ['chpasswd', '-e'], input: secret.text`${name}:${desired.password}\n` });
  }
  const ages = buildAgeOptions(desired, diff);
  if (ages.length > 0) commands.push({ argv: ['chage', ...ages, '--', name] });
  return commands;
}

/** Builds the options that useradd and usermod share. */
function buildAccountOptions(desired: DesiredUser, diff: Diff): string[] {
  const options: string[] = [];
  if (diff.has('uid')) options.push('-u', String(desired.uid), ...(desired.allowdupe ? ['-o'] : []));
  if (diff.has('gid')) options.push('-g', String(desired.gid));
  if (diff.has('groups')) options.push('-G', listDesiredGroups(desired, diff).join(','));
  if (diff.has('comment')) options.push('-c', desired.comment ?? '');
  if (diff.has('home'))
    options.push('-d', desired.home ?? '', ...(desired.managehome && !diff.creates ? ['-m'] : []));
  if (diff.has('shell')) options.push('-s', desired.shell ?? '');
  return options;
}

/** Both tools replace the whole list, so it includes groups that the user keeps. */
function listDesiredGroups({ groups = [], membership }: DesiredUser, { is }: Diff): string[] {
  const existing = membership === 'minimum' && Array.isArray(is.groups) ? is.groups.map(String) : [];
  return [...new Set([...existing, ...groups])].sort();
}

/** Builds the options of chage: useradd would ignore these settings for a system account. */
function buildAgeOptions(desired: DesiredUser, diff: Diff): string[] {
  const { expiry } = desired;
  const setsExpiry = diff.has('expiry') && !(diff.creates && expiry === 'absent');
  return [
    ...(setsExpiry ? ['-E', expiry === undefined || expiry === 'absent' ? '-1' : expiry] : []),
    ...(diff.has('password_min_age') ? ['-m', String(desired.password_min_age)] : []),
    ...(diff.has('password_max_age') ? ['-M', String(desired.password_max_age)] : []),
    ...(diff.has('password_warn_days') ? ['-W', String(desired.password_warn_days)] : []),
  ];
}
