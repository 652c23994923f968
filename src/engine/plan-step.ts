import type { CatalogResource } from '../catalog/catalog.js';
import { attributesOf } from './attributes-of.js';
import { compare, toState } from './compare.js';
import { type State, Unreadable } from './provider.js';
import type { ComparedStep, ResourceStep, StepResult } from './resource-step.js';
import type { Observation } from './state-reader.js';
import type { StepResults } from './step-results.js';

const PENDING = 'something before it is still to change';

/**
 * Ends a step before the change, with what an apply will do, may do or will not do. Everything before that is the same
 * in an apply.
 */
export class PlanStep {
  constructor(private readonly results: StepResults) {}

  /** The result of a step whose state cannot be read. */
  unreadable(step: ResourceStep, why: Unreadable): StepResult {
    if (why.found !== undefined) return this.#unmakeable(step, why, why.found);
    if (why.denied) return this.results.may(step, { reason: `its state cannot be read: ${why.reason}` });
    // What may well be there, and is not to be changed whatever is found, is no failure.
    if (why.unknown && step.resource.noop === true && !why.misfit)
      return this.results.may(step, { reason: why.reason });
    if (!this.#mayStillCome(step))
      return this.results.failed(step, { reason: `its state cannot be read: ${why.reason}` });
    const { provider } = step.group;
    const blank: State | undefined = provider?.blank ? provider.blank(step.subject) : { ensure: 'absent' };
    const diff = why.unknown ? undefined : blank && compare(step.resource, blank);
    if (diff === undefined) return this.results.may(step, { reason: why.reason });
    return this.results.will(step, { diff });
  }

  /** The result of a step whose desired state cannot be reached from the observed one now. */
  #unmakeable(step: ResourceStep, { reason, isUncertain }: Unreadable, is: State): StepResult {
    const diff = compare(step.resource, is);
    // What is not to be changed, and what is as wanted, cannot fail.
    if (step.resource.noop === true || diff === undefined) return this.compared({ step, is, diff });
    if (this.#mayStillCome(step)) return this.results.may(step, { diff, reason: PENDING });
    return isUncertain ? this.results.may(step, { diff, reason }) : this.results.failed(step, { reason });
  }

  /**
   * Whether something before it may bring what it needs. What its own `noop` keeps from being made comes to nobody but
   * those that are not made either.
   */
  #mayStillCome({ awaited, resource }: ResourceStep): boolean {
    return awaited >= 0 && (resource.noop === true || this.results.resource(awaited)?.noop !== true);
  }

  /** The result of a step whose state was read. */
  compared({ step, is, diff }: ComparedStep): StepResult {
    const { provider } = step.group;
    const { refresh, refreshedBy } = this.#refresh({ step, is, diff });
    const known = { diff, refresh, refreshedBy };
    const disturbed = step.disturber >= 0;
    // What will change for certain stays so, whatever is still to happen before it.
    if (refresh === 'will') return this.results.will(step, known);
    if (disturbed && provider?.undisturbed?.(step.subject) !== true && managesProperty(step.resource)) {
      return this.results.may(step, { ...known, reason: PENDING });
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
    const disturbed = step.disturber >= 0;
    if (answer === false && !disturbed) return none;
    const certain = step.notified && answer === true && !(disturbed && diff !== undefined);
    return { refresh: certain ? 'will' : 'may', refreshedBy: step.causes };
  }
}

/** Whether anything of it could be changed: a setting without a value, a purge that is off, say nothing. */
function managesProperty(resource: CatalogResource): boolean {
  const attributes = Object.entries(attributesOf(resource));
  return attributes.some(([name, { role }]) => role === 'property' && resource.wanted[name] !== undefined);
}

/** Compares an observation with the desired state; returns it as it is if it cannot be compared. */
export function compareStep(step: ResourceStep, observed: Observation): ComparedStep | Unreadable | Error {
  if (observed instanceof Unreadable || observed instanceof Error) return observed;
  const is = toState(step.resource, observed);
  return { step, is, diff: compare(step.resource, is) };
}
