import type { CatalogResource } from '../catalog/catalog.js';
import { attributesOf } from './attributes-of.js';
import { absentState, compare } from './compare.js';
import { type State, Unreadable } from './provider.js';
import type { ComparedStep, ResourceStep, StepResult } from './resource-step.js';
import type { Observation } from './state-reader.js';
import type { StepResults } from './step-results.js';

const CHANGE_OUTSTANDING = 'something before it has yet to change';

/**
 * Ends a step before the change, with what an apply will do, may do or will not do. Up to this point, an apply is the
 * same.
 */
export class PlanStep {
  constructor(private readonly results: StepResults) {}

  /** The result of a step whose state cannot be read. */
  unreadable(step: ResourceStep, why: Unreadable): StepResult {
    if (why.found !== undefined) return this.#unmakeable(step, why, why.found);
    if (why.denied) return this.results.may(step, { reason: `its state cannot be read: ${why.reason}` });
    // A noop resource that may exist is not changed whatever its state is, so this is not a failure.
    if (why.unknown && step.resource.noop === true && !why.incompatible)
      return this.results.may(step, { reason: why.reason });
    if (!this.#mayBecomePossible(step))
      return this.results.failed(step, { reason: `its state cannot be read: ${why.reason}` });
    const { provider } = step.group;
    const assumed: State | undefined = provider?.blank
      ? provider.blank(step.subject)
      : absentState(step.resource);
    const diff = why.unknown ? undefined : assumed && compare(step.resource, assumed);
    if (diff === undefined) return this.results.may(step, { reason: why.reason });
    return this.results.will(step, { diff });
  }

  /** The result of a step whose desired state cannot be reached from the observed one now. */
  #unmakeable(step: ResourceStep, { reason, isUncertain }: Unreadable, is: State): StepResult {
    const diff = compare(step.resource, is);
    // A noop resource, or one that is in sync, cannot fail.
    if (step.resource.noop === true || diff === undefined) return this.compared({ step, is, diff });
    if (this.#mayBecomePossible(step)) return this.results.may(step, { diff, reason: CHANGE_OUTSTANDING });
    return isUncertain ? this.results.may(step, { diff, reason }) : this.results.failed(step, { reason });
  }

  /**
   * Whether an outstanding change may provide what a resource needs. A change that `noop` prevents counts only for
   * resources that have `noop` themselves.
   */
  #mayBecomePossible({ awaited, resource }: ResourceStep): boolean {
    return awaited >= 0 && (resource.noop === true || this.results.resource(awaited)?.noop !== true);
  }

  /** The result of a step whose state was read. */
  compared({ step, is, diff }: ComparedStep): StepResult {
    const { provider } = step.group;
    const { refresh, refreshedBy } = this.#refresh({ step, is, diff });
    const known = { diff, refresh, refreshedBy };
    const isDisturbed = step.disturber >= 0;
    // A certain refresh stays certain, whatever changes before it.
    if (refresh === 'will') return this.results.will(step, known);
    if (isDisturbed && provider?.undisturbed?.(step.subject) !== true && managesProperty(step.resource)) {
      return this.results.may(step, { ...known, reason: CHANGE_OUTSTANDING });
    }
    if (diff !== undefined) return this.results.will(step, known);
    return refresh === 'may' ? this.results.may(step, known) : this.results.unchanged(step);
  }

  #refresh({ step, is, diff }: ComparedStep): {
    refresh: 'no' | 'will' | 'may';
    refreshedBy: readonly string[];
  } {
    const { provider } = step.group;
    const none = { refresh: 'no', refreshedBy: [] } as const;
    if (provider?.refresh === undefined || !(step.notified || step.perhapsNotified)) return none;
    if (diff !== undefined && provider.supersedesRefresh?.(diff, step.subject) === true) return none;
    const answer = provider.refreshes?.(step.subject, is) ?? true;
    const isDisturbed = step.disturber >= 0;
    if (answer === false && !isDisturbed) return none;
    const certain = step.notified && answer === true && !(isDisturbed && diff !== undefined);
    return { refresh: certain ? 'will' : 'may', refreshedBy: step.causes };
  }
}

/** Whether a resource has a property to change; a setting without a value and a disabled purge have none. */
function managesProperty(resource: CatalogResource): boolean {
  const attributes = Object.entries(attributesOf(resource));
  return attributes.some(([name, { role }]) => role === 'property' && resource.desired[name] !== undefined);
}

/** Compares an observation with the desired state; returns an observation that cannot be compared unchanged. */
export function compareStep(step: ResourceStep, observed: Observation): ComparedStep | Unreadable | Error {
  if (observed instanceof Unreadable || observed instanceof Error) return observed;
  const is = observed ?? absentState(step.resource);
  return { step, is, diff: compare(step.resource, is) };
}
