import type { DiagnosticCode } from '../errors/codes/index.js';
import { warning } from '../errors/diagnostic.js';
import { MOUNTS, parseMountPoints } from '../hosts/mount-points.js';
import type { Group } from './group.js';
import { see } from './plan-step.js';
import type { Reading } from './reading.js';
import type { ResourceReport } from './report.js';
import type { RunContext } from './run-context.js';
import type { Turn } from './turn.js';

/** What is to be told, when a run ends, of the files that it has edited or is to edit. */
export class EditedFiles {
  /** The resource that edits a file, by the path as it is written. */
  readonly #edited = new Map<string, Turn>();
  readonly #settled: Turn[] = [];

  constructor(
    private readonly context: RunContext,
    private readonly reading: Reading,
  ) {}

  /** Notes how the turn of a resource has ended. */
  note(turn: Turn, { outcome, changes }: ResourceReport): void {
    const { provider } = turn.group;
    if (provider?.edits === undefined) return;
    if (outcome === 'changed' || outcome === 'unchanged') this.#settled.push(turn);
    if (changes.length === 0 || outcome === 'failed') return;
    for (const path of provider.edits(turn.subject)) {
      if (!this.#edited.has(path)) this.#edited.set(path, turn);
    }
  }

  /** Tells of mount points, and after an apply of edits that did not last. */
  async tell(): Promise<void> {
    if (this.#edited.size === 0) return;
    await this.#tellMountPoints();
    if (this.context.mode === 'apply' && !this.context.stop.aborted) await this.#lookAgain();
  }

  /** What is mounted on, as a container's /etc/hosts, cannot be replaced in one step. */
  async #tellMountPoints(): Promise<void> {
    const { host } = this.context;
    const [table] = await host.files.read([MOUNTS]);
    if (!Buffer.isBuffer(table)) return;
    const points = parseMountPoints(table.toString('utf8'));
    const reals = await host.files.resolve([...this.#edited.keys()]);
    const told = new Set<string>();
    for (const [at, turn] of [...this.#edited.values()].entries()) {
      const real = reals[at];
      if (real === undefined || real instanceof Error || !points.has(real.path) || told.has(real.path))
        continue;
      told.add(real.path);
      this.#warn(
        turn,
        'file.mount-point',
        `${real.path} is a mount point and is overwritten in place: for a moment, its readers may see a part of it`,
      );
    }
  }

  /**
   * Looks once more at what stands in the files that were edited. Where one resource undid what another wanted, that
   * was this run and nobody on the host: the ledger must not hold it against somebody.
   */
  async #lookAgain(): Promise<void> {
    const byGroup = new Map<Group, Map<number, Turn>>();
    for (const turn of this.#settled) {
      const { group, subject, resource } = turn;
      if (group.provider?.edits?.(subject).some((path) => this.#edited.has(path)) !== true) continue;
      const turns = byGroup.get(group) ?? new Map<number, Turn>();
      byGroup.set(group, turns.set(resource.index, turn));
    }
    for (const [group, turns] of byGroup) {
      const observations = await this.reading.read(group, [...turns.keys()]);
      for (const [index, turn] of turns) {
        const seen = see(turn, observations.get(index));
        if (!('diff' in seen) || seen.diff === undefined) continue;
        this.context.ledger.forget(turn.resource);
        this.#warn(
          turn,
          'resource.undone',
          'something else that this run changed has undone it',
          'see which other resource edits the same file, and let one of them have its way',
        );
      }
    }
  }

  #warn({ resource }: Turn, code: DiagnosticCode, message: string, hint?: string): void {
    const { emit, redactor } = this.context;
    const text = redactor.text(`${resource.reference}: ${message}`);
    emit({ type: 'warning', diagnostic: warning(code, text, { place: resource.place, hint }) });
  }
}
