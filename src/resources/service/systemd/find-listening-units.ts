import type { Host } from '../../../hosts/host.js';
import { isRunning, type Unit } from './unit.js';

/** The state TCP_LISTEN in /proc/net/tcp: proc_pid_net(5). */
const LISTEN = '0A';

/**
 * Returns the names of the units whose main process listens for TCP connections. A server does that once it has read its
 * configuration; a socket of systemd proves nothing.
 */
export async function findListeningUnits(host: Host, units: readonly Unit[]): Promise<ReadonlySet<string>> {
  const candidates = units.filter(
    (unit) => isRunning(unit) && unit.TriggeredBy === '' && Number(unit.MainPID) > 0,
  );
  const areListening = await Promise.all(candidates.map(({ MainPID }) => isListening(host, MainPID)));
  return new Set(candidates.filter((_, at) => areListening[at]).map(({ Id }) => Id));
}

async function isListening(host: Host, process: string): Promise<boolean> {
  const folder = `/proc/${process}`;
  const tables = await host.files.read([`${folder}/net/tcp`, `${folder}/net/tcp6`]);
  const sockets = new Set(
    tables.flatMap((table) => (Buffer.isBuffer(table) ? parseListeningSockets(String(table)) : [])),
  );
  if (sockets.size === 0) return false;
  // A process may end in the meantime: then it does not listen.
  const open = (await host.files.list(`${folder}/fd`).catch(() => undefined)) ?? [];
  const found = await host.files.status(open.map((one) => `${folder}/fd/${one}`));
  return found.some((one) => one !== undefined && !(one instanceof Error) && sockets.has(one.target ?? ''));
}

/** Returns the listening sockets of a table, as the links of open files name them. */
function parseListeningSockets(table: string): string[] {
  return table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    return columns[3] === LISTEN ? [`socket:[${columns[9]}]`] : [];
  });
}
