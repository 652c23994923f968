import type { CatalogResource } from '../catalog/catalog.js';
import { CERTAIN_EVENT, NO_EVENT, POSSIBLE_EVENT } from './node-state.js';
import type { Diff } from './provider.js';
import { redactedChanges } from './redacted-change.js';
import type { ResourceReport } from './report.js';
import type { RunContext } from './run-context.js';
import type { Ending, Turn } from './turn.js';

type Known = Partial<Omit<ResourceReport, 'changes'>> & { readonly diff?: Diff | undefined };

/** Builds the endings of turns: the report, redacted, and what follows for those that come after. */
export class Endings {
  constructor(private readonly context: RunContext) {}

  unchanged(turn: Turn, known: Known = {}): Ending {
    const signals = turn.group.provider?.signals === true && turn.resource.noop !== true;
    return {
      report: this.#report(turn, { ...known, outcome: 'unchanged' }),
      passing: this.#pass(turn, signals ? CERTAIN_EVENT : NO_EVENT),
    };
  }

  /** Changed, refreshed, or both. */
  changed(turn: Turn, known: Known): Ending {
    return {
      report: this.#report(turn, { ...known, outcome: 'changed' }),
      passing: this.#pass(turn, CERTAIN_EVENT),
    };
  }

  /** What an apply would do for certain. */
  will(turn: Turn, known: Known): Ending {
    const event = known.noop ? NO_EVENT : CERTAIN_EVENT;
    const disturbs = this.#disturbs(turn, known.diff);
    return {
      report: this.#report(turn, { ...known, outcome: 'will' }),
      passing: this.#pass(turn, event, disturbs, known.noop),
    };
  }

  /** What an apply would do or not. */
  may(turn: Turn, known: Known): Ending {
    const event = known.noop ? NO_EVENT : POSSIBLE_EVENT;
    const disturbs = this.#disturbs(turn, known.diff);
    const cause = this.#reference(turn.disturber < 0 ? turn.awaited : turn.disturber);
    return {
      report: this.#report(turn, { ...known, cause, outcome: 'may' }),
      passing: this.#pass(turn, event, disturbs, known.noop),
    };
  }

  /** Failed; `partly` where something of it was changed all the same, which those it notifies must learn. */
  failed(turn: Turn, known: Known, partly = false): Ending {
    const passing = this.#pass(turn, partly ? CERTAIN_EVENT : NO_EVENT);
    return {
      report: this.#report(turn, { ...known, outcome: 'failed' }),
      passing: { ...passing, failure: turn.resource.index },
    };
  }

  /** Skipped because of a failure before it, or (with -1) because the run was interrupted. */
  skipped(turn: Turn, reason: string, failure: number): Ending {
    const cause = this.#reference(failure);
    const passing = { ...this.#pass(turn, NO_EVENT), failure };
    return { report: this.#report(turn, { outcome: 'skipped', reason, cause }), passing };
  }

  /** A resource by its index; undefined for -1. */
  resource(index: number): CatalogResource | undefined {
    return this.context.catalog.resources[index];
  }

  #reference(index: number): string | undefined {
    return this.resource(index)?.reference;
  }

  /** @param noop The change is not made: what needs it stays as unknown as it is, and nothing is altered. */
  #pass(turn: Turn, event: number, disturbs = false, noop = false): Ending['passing'] {
    const causes = event === NO_EVENT ? [] : [turn.resource.reference];
    const { index } = turn.resource;
    const disturber = turn.disturber < 0 && disturbs && !noop ? index : turn.disturber;
    const awaited = turn.awaited < 0 && disturbs ? index : turn.awaited;
    return { event, causes, disturber, awaited: disturber < 0 ? awaited : disturber, failure: -1 };
  }

  #disturbs(turn: Turn, diff: Diff | undefined): boolean {
    return turn.group.provider?.disturbs?.(turn.subject, diff) === true;
  }

  #report(turn: Turn, { diff, ...known }: Known): ResourceReport {
    const { resource } = turn;
    const { redactor, ledger } = this.context;
    return {
      reference: resource.reference,
      type: resource.type,
      title: resource.title,
      outcome: 'unchanged',
      loglevel: resource.loglevel,
      changes: diff === undefined ? [] : redactedChanges(resource, diff, redactor),
      refresh: 'no',
      refreshedBy: [],
      corrective: this.#shows(turn, diff) && ledger.isDrift(resource),
      cause: undefined,
      noop: false,
      duration: 0,
      ...known,
      reason: known.reason === undefined ? undefined : redactor.text(known.reason),
      // Put into words only when somebody asks: most reports are of what is as it should be.
      get place() {
        return resource.place;
      },
    };
  }
  /** Whether a difference tells drift: the ledger knows no secret, so a new one in the manifest looks like it. */
  #shows({ resource, group, subject }: Turn, diff: Diff | undefined): boolean {
    const { definition, secrets } = resource;
    // What runs each time that its conditions say so is no state that somebody could have changed.
    if (diff === undefined || definition?.several) return false;
    if (group.provider?.drifts?.(subject, diff) === false) return false;
    return diff.differences.some(({ property }) => !secrets.has(property));
  }
}
