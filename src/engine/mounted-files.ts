import { warning } from '../errors/diagnostic.js';
import { MOUNTS, parseMountPoints } from '../hosts/mount-points.js';
import type { RunContext } from './run-context.js';
import type { Turn } from './turn.js';

/**
 * Tells of files to be edited on which something is mounted, as on a container's /etc/hosts: they cannot be replaced in
 * one step.
 */
export class MountedFiles {
  readonly #edited = new Map<string, Turn>();

  constructor(private readonly context: Pick<RunContext, 'host' | 'emit'>) {}

  /** Notes a resource that differs from what is wanted. */
  note(turn: Turn): void {
    for (const path of turn.group.provider?.edits?.(turn.subject) ?? []) {
      if (!this.#edited.has(path)) this.#edited.set(path, turn);
    }
  }

  /** Warns of those that are mount points, each once. */
  async tell(): Promise<void> {
    if (this.#edited.size === 0) return;
    const { host, emit } = this.context;
    const [table] = await host.files.read([MOUNTS]);
    if (!Buffer.isBuffer(table)) return;
    const points = parseMountPoints(table.toString('utf8'));
    const reals = await host.files.resolve([...this.#edited.keys()]);
    const told = new Set<string>();
    for (const [at, { resource }] of [...this.#edited.values()].entries()) {
      const real = reals[at];
      if (real === undefined || real instanceof Error || !points.has(real.path) || told.has(real.path))
        continue;
      told.add(real.path);
      const text = `${resource.reference}: ${real.path} is a mount point and is overwritten in place: for a moment, its readers may see a part of it`;
      emit({ type: 'warning', diagnostic: warning('host.warning', text, { place: resource.place }) });
    }
  }
}
