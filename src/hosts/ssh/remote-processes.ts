import type { Host } from '../host.js';
import { type ProcessTable, parseProcessStatus } from '../local/lock/process-table.js';

/** Returns the processes of a host, as they are now. */
export async function remoteProcesses({ files }: Pick<Host, 'files'>): Promise<ProcessTable> {
  const pids = ((await files.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
  const contents = await files.read(
    pids.flatMap((pid) => ['stat', 'cmdline', 'comm'].map((name) => `/proc/${pid}/${name}`)),
    { links: 'any' },
  );
  const texts = contents.map((content) => (Buffer.isBuffer(content) ? content.toString('utf8') : ''));
  const known = new Map(
    pids.map((pid, index) => {
      const [stat = '', cmdline = '', comm = ''] = texts.slice(3 * index);
      return [pid, { status: parseProcessStatus(stat), cmdline, name: comm.trim() }];
    }),
  );
  return {
    pids,
    status: (pid) => known.get(pid)?.status,
    commandLine: (pid) => known.get(pid)?.cmdline ?? '',
    nameOf: (pid) => known.get(pid)?.name || 'a command',
  };
}
