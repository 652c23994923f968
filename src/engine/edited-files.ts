import type { DiagnosticCode } from '../errors/codes/index.js';
import { warning } from '../errors/diagnostic.js';
import { MOUNTS, parseMountPoints } from '../hosts/mount-points.js';
import type { Group } from './group.js';
import { compareStep } from './plan-step.js';
import type { ResourceReport } from './report.js';
import type { ResourceStep } from './resource-step.js';
import type { RunContext } from './run-context.js';
import type { StateReader } from './state-reader.js';

/** Warns at the end of a run about files that it has edited or would edit. */
export class EditedFiles {
  /** The step that edits a file, by the path as it is declared. */
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

  /** Warns about mount points, and after an apply about edits that were undone. */
  async report(): Promise<void> {
    if (this.#edited.size === 0) return;
    await this.#reportMountPoints();
    if (this.context.mode === 'apply' && !this.context.stop.aborted) await this.#reportUndoneEdits();
  }

  /** Warns about mount points, such as a container's /etc/hosts, which cannot be replaced atomically. */
  async #reportMountPoints(): Promise<void> {
    const { host } = this.context;
    const [table] = await host.files.read([MOUNTS]);
    if (!Buffer.isBuffer(table)) return;
    const points = parseMountPoints(table.toString('utf8'));
    const realFiles = await host.files.resolve([...this.#edited.keys()]);
    const reported = new Set<string>();
    for (const [at, step] of [...this.#edited.values()].entries()) {
      const realFile = realFiles[at];
      if (
        realFile === undefined ||
        realFile instanceof Error ||
        !points.has(realFile.path) ||
        reported.has(realFile.path)
      )
        continue;
      reported.add(realFile.path);
      this.#warn(
        step,
        'file.mount-point',
        `${realFile.path} is a mount point and is overwritten in place: for a moment, readers may see an incomplete file`,
      );
    }
  }

  /**
   * Reads the edited files again. If one resource has undone another, this run has caused the difference, and the ledger
   * must not report it as drift.
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
          'find the other resource that edits the same file, and remove one of the two',
        );
      }
    }
  }

  #warn({ resource }: ResourceStep, code: DiagnosticCode, message: string, hint?: string): void {
    const { emit, redactor } = this.context;
    const text = redactor.text(`${resource.reference}: ${message}`);
    emit({ type: 'warning', diagnostic: warning(code, text, { location: resource.location, hint }) });
  }
}
