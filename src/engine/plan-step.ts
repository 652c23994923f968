import type { CatalogResource } from '../catalog/catalog.js';
import { attributesOf } from './attributes-of.js';
import { compare } from './compare.js';
import type { Endings } from './endings.js';
import { type State, Unreadable } from './provider.js';
import type { Observation } from './reading.js';
import type { Ending, Seen, Turn } from './turn.js';

const PENDING = 'something before it is still to change';

/**
 * Ends a turn before the change: says what an apply is certain to do, what it may do, and what not. Everything
 * before this step is what an apply does too.
 */
export class PlanStep {
  constructor(private readonly endings: Endings) {}

  /** Of a resource whose state cannot be read: what follows from where it stands. */
  unreadable(turn: Turn, why: Unreadable): Ending {
    const noop = turn.resource.noop === true;
    if (why.found !== undefined) return this.#unmakeable(turn, why, why.found);
    if (why.denied)
      return this.endings.may(turn, { reason: `its state cannot be read: ${why.reason}`, noop });
    // What may well be there, and is not to be changed whatever is found, is no failure.
    if (why.unknown && noop && !why.misfit) return this.endings.may(turn, { reason: why.reason, noop });
    if (!this.#mayStillCome(turn))
      return this.endings.failed(turn, { reason: `its state cannot be read: ${why.reason}` });
    const { provider } = turn.group;
    const blank: State | undefined = provider?.blank ? provider.blank(turn.subject) : { ensure: 'absent' };
    const diff = why.unknown ? undefined : blank && compare(turn.resource, blank);
    if (diff === undefined) return this.endings.may(turn, { reason: why.reason });
    return this.endings.will(turn, { diff, noop });
  }

  /** Of a resource of whose state what is wanted cannot be made now. */
  #unmakeable(turn: Turn, { reason, isUncertain }: Unreadable, is: State): Ending {
    const noop = turn.resource.noop === true;
    const diff = compare(turn.resource, is);
    // What is not to be changed, and what is as wanted, cannot fail.
    if (noop || diff === undefined) return this.seen({ turn, is, diff }, noop);
    if (this.#mayStillCome(turn)) return this.endings.may(turn, { diff, reason: PENDING, noop });
    return isUncertain
      ? this.endings.may(turn, { diff, reason, noop })
      : this.endings.failed(turn, { reason });
  }

  /**
   * Whether something before it may bring what it needs. What its own `noop` keeps from being made comes to nobody but
   * those that are not made either.
   */
  #mayStillCome({ awaited, resource }: Turn): boolean {
    return awaited >= 0 && (resource.noop === true || this.endings.resource(awaited)?.noop !== true);
  }

  /** Of a resource whose state is known for now. */
  seen({ turn, is, diff }: Seen, noop: boolean): Ending {
    const { provider } = turn.group;
    const { refresh, refreshedBy } = this.#refresh({ turn, is, diff });
    const known = { diff, refresh, refreshedBy, noop };
    const disturbed = turn.disturber >= 0;
    // What will change for certain stays so, whatever is still to happen before it.
    if (refresh === 'will') return this.endings.will(turn, known);
    if (disturbed && provider?.undisturbed?.(turn.subject) !== true && manages(turn.resource)) {
      return this.endings.may(turn, { ...known, reason: PENDING });
    }
    if (diff !== undefined) return this.endings.will(turn, known);
    return refresh === 'may' ? this.endings.may(turn, known) : this.endings.unchanged(turn);
  }

  #refresh({ turn, is, diff }: Seen): { refresh: 'no' | 'will' | 'may'; refreshedBy: readonly string[] } {
    const { provider } = turn.group;
    const none = { refresh: 'no', refreshedBy: [] } as const;
    if (provider?.refresh === undefined || !(turn.notified || turn.perhapsNotified)) return none;
    if (diff !== undefined && provider.supersedesRefresh?.(diff, turn.subject) === true) return none;
    const answer = provider.refreshes?.(turn.subject, is) ?? true;
    const disturbed = turn.disturber >= 0;
    if (answer === false && !disturbed) return none;
    const certain = turn.notified && answer === true && !(disturbed && diff !== undefined);
    return { refresh: certain ? 'will' : 'may', refreshedBy: turn.causes };
  }
}

/** Whether anything of it could be changed: a setting without a value, a purge that is off, say nothing. */
function manages(resource: CatalogResource): boolean {
  const attributes = Object.entries(attributesOf(resource));
  return attributes.some(([name, { role }]) => role === 'property' && resource.wanted[name] !== undefined);
}

/** Sorts an observation into what can be compared and what cannot. */
export function see(turn: Turn, observed: Observation): Seen | Unreadable | Error {
  if (observed instanceof Unreadable || observed instanceof Error) return observed;
  const is: State = observed ?? ('ensure' in attributesOf(turn.resource) ? { ensure: 'absent' } : {});
  return { turn, is, diff: compare(turn.resource, is) };
}
