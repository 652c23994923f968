import type { Host } from '../../../hosts/host.js';
import { isRunning, type Unit } from './unit.js';

/** The state TCP_LISTEN in /proc/net/tcp: proc_pid_net(5). */
const LISTEN = '0A';

/**
 * Of units, the names of those whose main process listens for TCP connections by itself. A server does that when it
 * has read its configuration and has its port; where systemd listens in its name, it says nothing.
 */
export async function findListeningUnits(host: Host, units: readonly Unit[]): Promise<ReadonlySet<string>> {
  const candidates = units.filter(
    (unit) => isRunning(unit) && unit.TriggeredBy === '' && Number(unit.MainPID) > 0,
  );
  const answers = await Promise.all(candidates.map(({ MainPID }) => isListening(host, MainPID)));
  return new Set(candidates.filter((_, at) => answers[at]).map(({ Id }) => Id));
}

async function isListening(host: Host, process: string): Promise<boolean> {
  const folder = `/proc/${process}`;
  const tables = await host.files.read([`${folder}/net/tcp`, `${folder}/net/tcp6`]);
  const sockets = new Set(
    tables.flatMap((table) => (Buffer.isBuffer(table) ? parseListeningSockets(String(table)) : [])),
  );
  if (sockets.size === 0) return false;
  // It may end while it is looked at: then it listens to nobody.
  const open = (await host.files.list(`${folder}/fd`).catch(() => undefined)) ?? [];
  const found = await host.files.status(open.map((one) => `${folder}/fd/${one}`));
  return found.some((one) => one !== undefined && !(one instanceof Error) && sockets.has(one.target ?? ''));
}

/** The sockets of a table that listen, as links of open files name them. */
function parseListeningSockets(table: string): string[] {
  return table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    return columns[3] === LISTEN ? [`socket:[${columns[9]}]`] : [];
  });
}
