import type { Diff } from '../../engine/provider.js';
import type { Command } from '../../hosts/command.js';
import type { WantedGroup } from './attributes.js';

/** The commands that make a group as wanted. */
export function buildGroupCommands(wanted: WantedGroup, diff: Diff): Command[] {
  const { name, members = [] } = wanted;
  if (diff.removes) return [{ argv: ['groupdel', '--', name] }];
  const actions: Command[] = [];
  const number = diff.has('gid') ? ['-g', String(wanted.gid), ...(wanted.allowdupe ? ['-o'] : [])] : [];
  if (diff.creates)
    actions.push({ argv: ['groupadd', ...number, ...(wanted.system ? ['-r'] : []), '--', name] });
  else if (number.length > 0) actions.push({ argv: ['groupmod', ...number, '--', name] });
  if (diff.has('members') && !(diff.creates && members.length === 0)) {
    const kept = !wanted.auth_membership && Array.isArray(diff.is.members) ? diff.is.members.map(String) : [];
    actions.push({ argv: ['gpasswd', '-M', [...new Set([...kept, ...members])].sort().join(','), name] });
  }
  return actions;
}
