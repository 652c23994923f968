import type { CatalogResource } from '../catalog/catalog.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { CERTAIN_EVENT, NO_EVENT, POSSIBLE_EVENT } from './node-state.js';
import type { Diff } from './provider.js';
import { redactChanges } from './redact-changes.js';
import type { ResourceReport } from './report.js';
import type { ResourceStep, StepResult } from './resource-step.js';
import type { RunContext } from './run-context.js';

type ReportFields = Partial<Omit<ResourceReport, 'changes' | 'code'>> & {
  readonly diff?: Diff | undefined;
  /** The error of a failed step. */
  readonly error?: unknown;
};

/** The reason of steps that had not begun when the run was interrupted. */
export const INTERRUPTED = 'the run was interrupted before its step';

/** Builds the results of steps: the redacted report, and what is propagated to the steps after it. */
export class StepResults {
  constructor(private readonly context: RunContext) {}

  /** The result of a step without a change or refresh. */
  unchanged(step: ResourceStep, fields: ReportFields = {}): StepResult {
    const signals = step.group.provider?.signals === true && step.resource.noop !== true;
    return {
      report: this.#report(step, { ...fields, outcome: 'unchanged' }),
      propagation: this.#propagate(step, signals ? CERTAIN_EVENT : NO_EVENT),
    };
  }

  /** The result of a step with a change, a refresh, or both. */
  changed(step: ResourceStep, fields: ReportFields): StepResult {
    return {
      report: this.#report(step, { ...fields, outcome: 'changed' }),
      propagation: this.#propagate(step, CERTAIN_EVENT),
    };
  }

  /** The result of a planned step that an apply will certainly change or refresh. */
  will(step: ResourceStep, fields: ReportFields): StepResult {
    return this.#planned(step, { ...fields, outcome: 'will' }, CERTAIN_EVENT);
  }

  /** The result of a planned step that an apply may change or refresh. */
  may(step: ResourceStep, fields: ReportFields): StepResult {
    const cause = this.resource(step.disturber < 0 ? step.awaited : step.disturber)?.reference;
    return this.#planned(step, { ...fields, cause, outcome: 'may' }, POSSIBLE_EVENT);
  }

  /** The result of a step that is not applied, because of a plan or `noop`. */
  #planned(step: ResourceStep, fields: ReportFields, event: number): StepResult {
    const noop = step.resource.noop === true;
    const disturbs = this.#disturbs(step, fields.diff);
    return {
      report: this.#report(step, { ...fields, noop }),
      propagation: this.#propagate(step, noop ? NO_EVENT : event, disturbs, noop),
    };
  }

  /**
   * The result of a failed step.
   * @param isPartial Whether something was changed nevertheless, or may have been: then it notifies others.
   */
  failed(step: ResourceStep, fields: ReportFields, isPartial = false): StepResult {
    const propagation = this.#propagate(step, isPartial ? CERTAIN_EVENT : NO_EVENT);
    return {
      report: this.#report(step, { ...fields, outcome: 'failed' }),
      propagation: { ...propagation, failure: step.resource.index },
    };
  }

  /** The result of a step that is skipped because of a failure before it, or (with -1) because the run ended early. */
  skipped(step: ResourceStep, reason: string, failure: number): StepResult {
    const cause = this.resource(failure)?.reference;
    const propagation = { ...this.#propagate(step, NO_EVENT), failure };
    return { report: this.#report(step, { outcome: 'skipped', reason, cause }), propagation };
  }

  /**
   * The result of a step that is skipped because a resource before it failed, or because a resource on another host was
   * not applied there.
   */
  blocked(step: ResourceStep, failure: number): StepResult {
    const elsewhere = this.context.gates.reasonOf(failure);
    if (elsewhere === undefined) return this.skipped(step, 'something that it depends on failed', failure);
    const { report, propagation } = this.skipped(step, elsewhere, failure);
    return { report: { ...report, cause: undefined, location: step.resource.location }, propagation };
  }

  /** Returns a resource by its index, also one of another host; undefined for -1. */
  resource(index: number): Pick<CatalogResource, 'reference' | 'noop'> | undefined {
    return this.context.gates.resource(index);
  }

  /** @param noop Whether the change is not made: then it alters no later resource, and cannot provide what one needs. */
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

  #report(step: ResourceStep, { diff, error, ...fields }: ReportFields): ResourceReport {
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
      corrective: this.#mayBeDrift(step, diff) && ledger.isDrift(resource),
      cause: undefined,
      noop: false,
      duration: 0,
      ...fields,
      reason: fields.reason === undefined ? undefined : redactor.text(fields.reason),
      code: GlanceApplyError.is(error) ? error.diagnostics[0]?.code : undefined,
      // Computed on demand: most reports are of unchanged resources, whose source location is not displayed.
      get location() {
        return resource.location;
      },
    };
  }

  /** Whether a difference may be drift. Fingerprints omit secrets, so a new secret in the manifest must not count. */
  #mayBeDrift({ resource, group, subject }: ResourceStep, diff: Diff | undefined): boolean {
    const { definition, secrets } = resource;
    // What runs whenever its conditions hold has no state that could drift.
    if (diff === undefined || definition?.several) return false;
    if (group.provider?.drifts?.(subject, diff) === false) return false;
    return diff.differences.some(({ property }) => !secrets.has(property));
  }
}
