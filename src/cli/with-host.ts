import type { Host } from '../hosts/host.js';
import { LocalHost } from '../hosts/local/local-host.js';
import type { Io } from './io.js';

/** Opens this host for a task, and closes it afterwards. */
export async function withHost<Result>(
  { lockFile }: Pick<Io, 'lockFile'>,
  task: (host: Host) => Promise<Result>,
): Promise<Result> {
  const host = new LocalHost({ lockFile });
  try {
    return await task(host);
  } finally {
    await host.close();
  }
}
