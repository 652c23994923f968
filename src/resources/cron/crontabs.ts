import type { Facts } from '../../data/facts.js';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { readAccounts } from '../../hosts/accounts.js';
import { isDenied } from '../../hosts/refusal.js';
import { runTool } from '../tools/run-tool.js';
import { Crontab } from './crontab.js';

/** Where cron's own tool may be. */
const NOT_INSTALLED =
  'cron is not installed: there is no crontab command; install the package cron, or cronie on Enterprise Linux, or declare it before';

const TOOL = ['/usr/bin/crontab', '/bin/crontab'];

/** Reads the crontabs of many users: root from their files, others with cron's own tool. */
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
      return [user, isDenied(text) ? await listCrontab(session, user) : new Unreadable(text.message)];
    return [user, new Crontab(text ?? '')];
  });
  return new Map(await Promise.all(read));
}

/** Replaces a user's crontab, or removes it when nothing is left in it; cron takes note of it at once. */
export async function writeCrontab(session: Session, user: string, crontab: Crontab): Promise<void> {
  const whose = (await readUserName(session)) === user ? [] : ['-u', user];
  const { content } = crontab;
  if (content.length === 0) await runTool(session, { argv: ['crontab', ...whose, '-r'] });
  else await runTool(session, { argv: ['crontab', ...whose, '-'], input: content });
}

/** The users that have a crontab. Files without a user, which cron does not look at, are no crontabs. */
export async function listCrontabOwners(session: Session): Promise<string[]> {
  const names = (await session.host.files.list(spoolDirectoryOf(session.facts))) ?? [];
  const users = names.filter((name) => !name.startsWith('.') && !name.startsWith('tmp.'));
  return filterExistingUsers(session, users);
}

/** Those of the users that the host has. */
export async function filterExistingUsers(session: Session, users: readonly string[]): Promise<string[]> {
  const accounts = await session.once('accounts', () => readAccounts(session.host));
  await accounts.learn(session.host, { users });
  return users.filter((user) => accounts.findUser(user)?.name === user);
}

/** Whether the host has cron's own tool. */
export async function isCronInstalled({ host }: Session): Promise<boolean> {
  return (await host.files.status(TOOL)).some((tool) => tool !== undefined);
}

/** The file of a user's crontab. */
export function crontabPathOf({ facts }: Session, user: string): string {
  return `${spoolDirectoryOf(facts)}/${user}`;
}

/** Debian keeps crontabs one directory deeper than Enterprise Linux. */
function spoolDirectoryOf(facts: Facts): string {
  return facts.os?.family === 'RedHat' ? '/var/spool/cron' : '/var/spool/cron/crontabs';
}

/** Only one's own crontab can be listed without being root. */
async function listCrontab(session: Session, user: string): Promise<Crontab | Unreadable> {
  if ((await readUserName(session)) !== user)
    return new Unreadable(`only root may read the crontab of ${user}`, true);
  const { status, stdout, stderr } = await session.host.run({ argv: ['crontab', '-l'] });
  if (stdout.includes('\uFFFD'))
    return new Unreadable(
      `the crontab of ${user} is not in UTF-8; run this as root, which can keep it as it is`,
    );
  if (status === 0 || /no crontab for/.test(stderr)) return new Crontab(status === 0 ? stdout : '');
  const why = `crontab -l: ${stderr.trim()}`;
  return new Unreadable(why, /not allowed|permission denied|not permitted/i.test(stderr));
}

/** The name of the user that commands run as. */
async function readUserName(session: Session): Promise<string> {
  return session.once('user-name', async () => {
    const { stdout } = await runTool(session, { argv: ['id', '-un'] });
    return stdout.trim();
  });
}
