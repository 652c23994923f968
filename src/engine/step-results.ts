import type { CatalogResource } from '../catalog/catalog.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { CERTAIN_EVENT, NO_EVENT, POSSIBLE_EVENT } from './node-state.js';
import type { Diff } from './provider.js';
import { redactChanges } from './redact-changes.js';
import type { ResourceReport } from './report.js';
import type { ResourceStep, StepResult } from './resource-step.js';
import type { RunContext } from './run-context.js';

type Known = Partial<Omit<ResourceReport, 'changes' | 'code'>> & {
  readonly diff?: Diff | undefined;
  /** What it failed with. */
  readonly error?: unknown;
};

/** Why steps are skipped that had not begun when the run was interrupted. */
export const INTERRUPTED = 'the run was interrupted before its step';

/** Builds the results of steps: the redacted report, and what is propagated to the steps after it. */
export class StepResults {
  constructor(private readonly context: RunContext) {}

  unchanged(step: ResourceStep, known: Known = {}): StepResult {
    const signals = step.group.provider?.signals === true && step.resource.noop !== true;
    return {
      report: this.#report(step, { ...known, outcome: 'unchanged' }),
      propagation: this.#propagate(step, signals ? CERTAIN_EVENT : NO_EVENT),
    };
  }

  /** Changed, refreshed, or both. */
  changed(step: ResourceStep, known: Known): StepResult {
    return {
      report: this.#report(step, { ...known, outcome: 'changed' }),
      propagation: this.#propagate(step, CERTAIN_EVENT),
    };
  }

  /** What an apply would do for certain. */
  will(step: ResourceStep, known: Known): StepResult {
    return this.#planned(step, { ...known, outcome: 'will' }, CERTAIN_EVENT);
  }

  /** What an apply would do or not. */
  may(step: ResourceStep, known: Known): StepResult {
    const cause = this.#reference(step.disturber < 0 ? step.awaited : step.disturber);
    return this.#planned(step, { ...known, cause, outcome: 'may' }, POSSIBLE_EVENT);
  }

  /** The result of a step that a plan ends, or the `noop` of its resource. */
  #planned(step: ResourceStep, known: Known, event: number): StepResult {
    const noop = step.resource.noop === true;
    const disturbs = this.#disturbs(step, known.diff);
    return {
      report: this.#report(step, { ...known, noop }),
      propagation: this.#propagate(step, noop ? NO_EVENT : event, disturbs, noop),
    };
  }

  /** Failed; `partly` where something of it was changed all the same, which those it notifies must learn. */
  failed(step: ResourceStep, known: Known, partly = false): StepResult {
    const propagation = this.#propagate(step, partly ? CERTAIN_EVENT : NO_EVENT);
    return {
      report: this.#report(step, { ...known, outcome: 'failed' }),
      propagation: { ...propagation, failure: step.resource.index },
    };
  }

  /** Skipped because of a failure before it, or (with -1) because the run was interrupted. */
  skipped(step: ResourceStep, reason: string, failure: number): StepResult {
    const cause = this.#reference(failure);
    const propagation = { ...this.#propagate(step, NO_EVENT), failure };
    return { report: this.#report(step, { outcome: 'skipped', reason, cause }), propagation };
  }

  /** A resource by its index; undefined for -1. */
  resource(index: number): CatalogResource | undefined {
    return this.context.catalog.resources[index];
  }

  #reference(index: number): string | undefined {
    return this.resource(index)?.reference;
  }

  /** @param noop The change is not made: what needs it stays as unknown as it is, and nothing is altered. */
  #propagate(step: ResourceStep, event: number, disturbs = false, noop = false): StepResult['propagation'] {
    const causes = event === NO_EVENT ? [] : [step.resource.reference];
    const { index } = step.resource;
    const disturber = step.disturber < 0 && disturbs && !noop ? index : step.disturber;
    const awaited = step.awaited < 0 && disturbs ? index : step.awaited;
    return { event, causes, disturber, awaited: disturber < 0 ? awaited : disturber, failure: -1 };
  }

  #disturbs(step: ResourceStep, diff: Diff | undefined): boolean {
    return step.group.provider?.disturbs?.(step.subject, diff) === true;
  }

  #report(step: ResourceStep, { diff, error, ...known }: Known): ResourceReport {
    const { resource } = step;
    const { redactor, ledger } = this.context;
    return {
      reference: resource.reference,
      type: resource.type,
      title: resource.title,
      outcome: 'unchanged',
      loglevel: resource.loglevel,
      changes: diff === undefined ? [] : redactChanges(resource, diff, redactor),
      refresh: 'no',
      refreshedBy: [],
      corrective: this.#showsDrift(step, diff) && ledger.isDrift(resource),
      cause: undefined,
      noop: false,
      duration: 0,
      ...known,
      reason: known.reason === undefined ? undefined : redactor.text(known.reason),
      code: GlanceApplyError.is(error) ? error.diagnostics[0]?.code : undefined,
      // Put into words only when somebody asks: most reports are of what is as it should be.
      get place() {
        return resource.place;
      },
    };
  }

  /** Whether a difference shows drift: the ledger knows no secret, so a new one in the manifest looks like it. */
  #showsDrift({ resource, group, subject }: ResourceStep, diff: Diff | undefined): boolean {
    const { definition, secrets } = resource;
    // What runs each time that its conditions say so is no state that somebody could have changed.
    if (diff === undefined || definition?.several) return false;
    if (group.provider?.drifts?.(subject, diff) === false) return false;
    return diff.differences.some(({ property }) => !secrets.has(property));
  }
}
