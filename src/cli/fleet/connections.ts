import PQueue from 'p-queue';
import { raise } from '../../errors/glance-apply-error.js';
import type { Host } from '../../hosts/host.js';
import { type ConnectSettings, connectTarget } from './connect-target.js';
import type { Target } from './open-targets.js';

/** Connects to each host once, a limited number at the same time, and closes them all. */
export class Connections {
  readonly #hosts = new Map<string, Promise<Host>>();
  readonly #queue: PQueue;

  constructor(
    private readonly targets: ReadonlyMap<string, Target>,
    private readonly settings: ConnectSettings,
  ) {
    this.#queue = new PQueue({ concurrency: settings.options.forks });
  }

  /** Connects to a host, or returns the connection that exists. */
  open(name: string): Promise<Host> {
    const target = this.targets.get(name) ?? raise('internal.error', `${name} is not among the targets`);
    const opening = this.#hosts.get(name) ?? this.#queue.add(() => connectTarget(target, this.settings));
    this.#hosts.set(name, opening);
    // Whoever asked for the host handles the error.
    opening.catch(() => {});
    return opening;
  }

  async close(): Promise<void> {
    this.#queue.clear();
    await Promise.all(
      [...this.#hosts.values()].map(async (opening) => {
        const host = await opening.catch(() => undefined);
        await host?.close().catch(() => {});
      }),
    );
  }
}
