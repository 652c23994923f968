import type { Diff } from '../../engine/provider.js';
import type { Command } from '../../hosts/command.js';
import { secret } from '../../secrets/secret.js';
import type { WantedUser } from './attributes.js';

/** What an action needs to know of the host beside the user itself. */
export interface HostAccounts {
  /** A group of the user's name is there already, which useradd would trip over. */
  readonly ownGroupExists: boolean;
}

/** The commands that make a user as wanted. The hash of a password is never among their arguments. */
export function buildUserCommands(
  wanted: WantedUser,
  diff: Diff,
  { ownGroupExists }: HostAccounts,
): Command[] {
  const { name } = wanted;
  if (diff.removes) return [{ argv: ['userdel', ...(wanted.managehome ? ['-r'] : []), '--', name] }];
  const actions: Command[] = [];
  const options = buildAccountOptions(wanted, diff);
  if (diff.creates) {
    if (wanted.gid === undefined && ownGroupExists) options.push('-g', name);
    options.push(wanted.managehome ? '-m' : '-M');
    if (wanted.system) options.push('-r');
    actions.push({ argv: ['useradd', ...options, '--', name] });
  } else if (options.length > 0) {
    actions.push({ argv: ['usermod', ...options, '--', name] });
  }
  if (diff.has('password')) {
    actions.push({ argv: ['chpasswd', '-e'], input: secret.text`${name}:${wanted.password}\n` });
  }
  const ages = buildAgeOptions(wanted, diff);
  if (ages.length > 0) actions.push({ argv: ['chage', ...ages, '--', name] });
  return actions;
}

/** Options that useradd and usermod share. */
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

/** Both tools replace the whole list: what the user has and may keep is named again. */
function listDesiredGroups({ groups = [], membership }: WantedUser, { is }: Diff): string[] {
  const kept = membership === 'minimum' && Array.isArray(is.groups) ? is.groups.map(String) : [];
  return [...new Set([...kept, ...groups])].sort();
}

/** useradd would leave all of these out of a system account. */
function buildAgeOptions(wanted: WantedUser, diff: Diff): string[] {
  const { expiry } = wanted;
  const ends = diff.has('expiry') && !(diff.creates && expiry === 'absent');
  return [
    ...(ends ? ['-E', expiry === undefined || expiry === 'absent' ? '-1' : expiry] : []),
    ...(diff.has('password_min_age') ? ['-m', String(wanted.password_min_age)] : []),
    ...(diff.has('password_max_age') ? ['-M', String(wanted.password_max_age)] : []),
    ...(diff.has('password_warn_days') ? ['-W', String(wanted.password_warn_days)] : []),
  ];
}
