import type { Diff } from '../../engine/provider.js';
import type { Command } from '../../hosts/command.js';
import { secret } from '../../secrets/secret.js';
import type { WantedUser } from './attributes.js';

/** The accounts of the host that affect the commands. */
export interface HostAccounts {
  /** Whether a group of the user's name exists, in which case useradd would fail to create it. */
  readonly ownGroupExists: boolean;
}

/** Builds the commands that change a user to its desired state. The hash of a password is never an argument. */
export function buildUserCommands(
  wanted: WantedUser,
  diff: Diff,
  { ownGroupExists }: HostAccounts,
): Command[] {
  const { name } = wanted;
  if (diff.removes) return [{ argv: ['userdel', ...(wanted.managehome ? ['-r'] : []), '--', name] }];
  const commands: Command[] = [];
  const options = buildAccountOptions(wanted, diff);
  if (diff.creates) {
    if (wanted.gid === undefined && ownGroupExists) options.push('-g', name);
    options.push(wanted.managehome ? '-m' : '-M');
    if (wanted.system) options.push('-r');
    commands.push({ argv: ['useradd', ...options, '--', name] });
  } else if (options.length > 0) {
    commands.push({ argv: ['usermod', ...options, '--', name] });
  }
  if (diff.has('password')) {
    commands.push({ argv: ['chpasswd', '-e'], input: secret.text`${name}:${wanted.password}\n` });
  }
  const ages = buildAgeOptions(wanted, diff);
  if (ages.length > 0) commands.push({ argv: ['chage', ...ages, '--', name] });
  return commands;
}

/** Builds the options that useradd and usermod share. */
function buildAccountOptions(wanted: WantedUser, diff: Diff): string[] {
  const options: string[] = [];
  if (diff.has('uid')) options.push('-u', String(wanted.uid), ...(wanted.allowdupe ? ['-o'] : []));
  if (diff.has('gid')) options.push('-g', String(wanted.gid));
  if (diff.has('groups')) options.push('-G', listDesiredGroups(wanted, diff).join(','));
  if (diff.has('comment')) options.push('-c', wanted.comment ?? '');
  if (diff.has('home'))
    options.push('-d', wanted.home ?? '', ...(wanted.managehome && !diff.creates ? ['-m'] : []));
  if (diff.has('shell')) options.push('-s', wanted.shell ?? '');
  return options;
}

/** Both tools replace the whole list, so it includes groups that the user keeps. */
function listDesiredGroups({ groups = [], membership }: WantedUser, { is }: Diff): string[] {
  const existing = membership === 'minimum' && Array.isArray(is.groups) ? is.groups.map(String) : [];
  return [...new Set([...existing, ...groups])].sort();
}

/** Builds the options of chage: useradd would ignore these settings for a system account. */
function buildAgeOptions(wanted: WantedUser, diff: Diff): string[] {
  const { expiry } = wanted;
  const setsExpiry = diff.has('expiry') && !(diff.creates && expiry === 'absent');
  return [
    ...(setsExpiry ? ['-E', expiry === undefined || expiry === 'absent' ? '-1' : expiry] : []),
    ...(diff.has('password_min_age') ? ['-m', String(wanted.password_min_age)] : []),
    ...(diff.has('password_max_age') ? ['-M', String(wanted.password_max_age)] : []),
    ...(diff.has('password_warn_days') ? ['-W', String(wanted.password_warn_days)] : []),
  ];
}
