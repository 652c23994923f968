import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { Host } from '../../hosts/host.js';
import { Unreachable } from '../unreachable.js';

/** A host, or a function that connects to it when its turn comes; the run closes what it has opened. */
export type HostAccess = Host | (() => Promise<Host>);

/** Connects to a host. */
export async function connect(access: HostAccess): Promise<Host> {
  if (typeof access !== 'function') return access;
  try {
    return await access();
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

/** The machines of the hosts at work, by the id that systemd gives them: two names of one machine are refused. */
export class Machines {
  readonly #names = new Map<string, string>();

  /** @throws {GlanceApplyError} `fleet.machine` */
  async claim(name: string, host: Host): Promise<void> {
    const [content] = await host.files.read(['/etc/machine-id']);
    const id = Buffer.isBuffer(content) ? content.toString('utf8').trim() : '';
    // A machine without an id, or one that gets its id at the next boot, cannot be compared with others.
    if (!/^[0-9a-f]{32}$/.test(id)) return;
    const other = this.#names.get(id) ?? name;
    this.#names.set(id, other);
    if (other === name) return;
    throw new GlanceApplyError(
      problem('fleet.machine', `${name} and ${other} are the same machine: both have the machine id ${id}`, {
        hint: 'remove one of the names; clones of one image need machine ids of their own (systemd-machine-id-setup)',
      }),
    );
  }
}
