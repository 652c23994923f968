import type { DiagnosticCode } from '../errors/codes/index.js';
import { warning } from '../errors/diagnostic.js';
import { MOUNTS, parseMountPoints } from '../hosts/mount-points.js';
import type { Group } from './group.js';
import { compareStep } from './plan-step.js';
import type { ResourceReport } from './report.js';
import type { ResourceStep } from './resource-step.js';
import type { RunContext } from './run-context.js';
import type { StateReader } from './state-reader.js';

/** Warns, when a run ends, about the files that it has edited or is to edit. */
export class EditedFiles {
  /** The resource that edits a file, by the path as it is written. */
  readonly #edited = new Map<string, ResourceStep>();
  readonly #inSync: ResourceStep[] = [];

  constructor(
    private readonly context: RunContext,
    private readonly reader: StateReader,
  ) {}

  /** Records the report of a step. */
  record(step: ResourceStep, { outcome, changes }: ResourceReport): void {
    const { provider } = step.group;
    if (provider?.edits === undefined) return;
    if (outcome === 'changed' || outcome === 'unchanged') this.#inSync.push(step);
    if (changes.length === 0 || outcome === 'failed') return;
    for (const path of provider.edits(step.subject)) {
      if (!this.#edited.has(path)) this.#edited.set(path, step);
    }
  }

  /** Warns of mount points, and after an apply of edits that did not last. */
  async report(): Promise<void> {
    if (this.#edited.size === 0) return;
    await this.#reportMountPoints();
    if (this.context.mode === 'apply' && !this.context.stop.aborted) await this.#reportUndoneEdits();
  }

  /** What is mounted on, as a container's /etc/hosts, cannot be replaced in one step. */
  async #reportMountPoints(): Promise<void> {
    const { host } = this.context;
    const [table] = await host.files.read([MOUNTS]);
    if (!Buffer.isBuffer(table)) return;
    const points = parseMountPoints(table.toString('utf8'));
    const reals = await host.files.resolve([...this.#edited.keys()]);
    const reported = new Set<string>();
    for (const [at, step] of [...this.#edited.values()].entries()) {
      const real = reals[at];
      if (real === undefined || real instanceof Error || !points.has(real.path) || reported.has(real.path))
        continue;
      reported.add(real.path);
      this.#warn(
        step,
        'file.mount-point',
        `${real.path} is a mount point and is overwritten in place: for a moment, its readers may see a part of it`,
      );
    }
  }

  /**
   * Looks once more at what stands in the files that were edited. Where one resource undid what another wanted, that
   * was this run and nobody on the host: the ledger must not hold it against somebody.
   */
  async #reportUndoneEdits(): Promise<void> {
    const byGroup = new Map<Group, Map<number, ResourceStep>>();
    for (const step of this.#inSync) {
      const { group, subject, resource } = step;
      if (group.provider?.edits?.(subject).some((path) => this.#edited.has(path)) !== true) continue;
      const steps = byGroup.get(group) ?? new Map<number, ResourceStep>();
      byGroup.set(group, steps.set(resource.index, step));
    }
    for (const [group, steps] of byGroup) {
      const observations = await this.reader.read(group, [...steps.keys()]);
      for (const [index, step] of steps) {
        const compared = compareStep(step, observations.get(index));
        if (!('diff' in compared) || compared.diff === undefined) continue;
        this.context.ledger.forget(step.resource);
        this.#warn(
          step,
          'resource.undone',
          'something else that this run changed has undone it',
          'see which other resource edits the same file, and let one of them have its way',
        );
      }
    }
  }

  #warn({ resource }: ResourceStep, code: DiagnosticCode, message: string, hint?: string): void {
    const { emit, redactor } = this.context;
    const text = redactor.text(`${resource.reference}: ${message}`);
    emit({ type: 'warning', diagnostic: warning(code, text, { place: resource.place, hint }) });
  }
}
