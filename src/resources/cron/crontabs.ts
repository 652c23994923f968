import type { Facts } from '../../data/facts.js';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { isPermissionDenied } from '../../hosts/system-error.js';
import { readSharedAccounts } from '../accounts/shared-accounts.js';
import { runTool } from '../tools/run-tool.js';
import { Crontab } from './crontab.js';

const NOT_INSTALLED =
  'cron is not installed: the command crontab does not exist; install the package cron, or cronie on Enterprise Linux, or declare it before';

/** The possible paths of cron's own tool. */
const TOOL = ['/usr/bin/crontab', '/bin/crontab'];

/** Reads the crontabs of many users: as root from their files, else with cron's own tool. */
export async function readCrontabs(
  session: Session,
  users: readonly string[],
): Promise<ReadonlyMap<string, Crontab | Unreadable>> {
  const directory = spoolDirectoryOf(session.facts);
  const [texts, installed] = await Promise.all([
    session.host.files.read(users.map((user) => `${directory}/${user}`)),
    isCronInstalled(session),
  ]);
  const read = users.map(async (user, index): Promise<readonly [string, Crontab | Unreadable]> => {
    if (!installed) return [user, new Unreadable(NOT_INSTALLED)];
    const text = texts[index];
    if (text instanceof Error)
      return [
        user,
        isPermissionDenied(text) ? await listCrontab(session, user) : new Unreadable(text.message),
      ];
    return [user, new Crontab(text ?? '')];
  });
  return new Map(await Promise.all(read));
}

/** Replaces a user's crontab, or removes it if it is empty; cron notices it at once. */
export async function writeCrontab(session: Session, user: string, crontab: Crontab): Promise<void> {
  const userOption = (await readUserName(session)) === user ? [] : ['-u', user];
  const { content } = crontab;
  if (content.length === 0) await runTool(session, { argv: ['crontab', ...userOption, '-r'] });
  else await runTool(session, { argv: ['crontab', ...userOption, '-'], input: content });
}

/** Lists the users that have a crontab. Files whose name is not a user are ignored, as by cron. */
export async function listCrontabOwners(session: Session): Promise<string[]> {
  const names = (await session.host.files.list(spoolDirectoryOf(session.facts))) ?? [];
  const users = names.filter((name) => !name.startsWith('.') && !name.startsWith('tmp.'));
  return filterExistingUsers(session, users);
}

/** Returns the users that exist on the host. */
export async function filterExistingUsers(session: Session, users: readonly string[]): Promise<string[]> {
  const accounts = await readSharedAccounts(session, { users });
  return users.filter((user) => accounts.findUser(user)?.name === user);
}

/** Whether cron's own tool is installed. */
export async function isCronInstalled({ host }: Session): Promise<boolean> {
  return (await host.files.status(TOOL)).some((tool) => tool !== undefined);
}

/** The path of a user's crontab. */
export function crontabPathOf({ facts }: Session, user: string): string {
  return `${spoolDirectoryOf(facts)}/${user}`;
}

/** The directory of crontabs, which is deeper on Debian than on Enterprise Linux. */
function spoolDirectoryOf(facts: Facts): string {
  return facts.os?.family === 'RedHat' ? '/var/spool/cron' : '/var/spool/cron/crontabs';
}

/** Lists a crontab; without root privileges, only that of the current user can be listed. */
async function listCrontab(session: Session, user: string): Promise<Crontab | Unreadable> {
  if ((await readUserName(session)) !== user)
    return new Unreadable(`only root may read the crontab of ${user}`, true);
  const { status, stdout, stderr } = await session.host.run({ argv: ['crontab', '-l'] });
  if (stdout.includes('\uFFFD'))
    return new Unreadable(
      `the crontab of ${user} is not in UTF-8; run this as root, which can preserve its bytes`,
    );
  if (status === 0 || /no crontab for/.test(stderr)) return new Crontab(status === 0 ? stdout : '');
  const why = `crontab -l: ${stderr.trim()}`;
  return new Unreadable(why, /not allowed|permission denied|not permitted/i.test(stderr));
}

/** Reads the name of the user that commands run as. */
async function readUserName(session: Session): Promise<string> {
  return session.once('user-name', async () => {
    const { stdout } = await runTool(session, { argv: ['id', '-un'] });
    return stdout.trim();
  });
}
