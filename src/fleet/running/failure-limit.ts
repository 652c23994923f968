import { raise } from '../../errors/glance-apply-error.js';

/** A number of hosts, or a percentage of the hosts of the run. */
export type HostShare = number | `${number}%`;

/** Returns a share as a number of hosts, which need not be whole. */
export function shareOf(share: HostShare, total: number, option: string): number {
  const percentage = typeof share === 'string' ? /^(\d+(?:\.\d+)?)%$/.exec(share)?.[1] : undefined;
  if (percentage !== undefined && Number(percentage) <= 100) return (Number(percentage) * total) / 100;
  if (typeof share === 'number' && Number.isInteger(share) && share >= 0) return share;
  return raise('fleet.rollout', `${option} cannot be '${share}'`, {
    hint: "give a number of hosts, such as 2, or a percentage up to '100%'",
  });
}

/** Counts the hosts that have failed or are unreachable, and ends the run if there are more than may be. */
export class FailureLimit {
  readonly #failed = new Set<string>();
  readonly #exceeded = new AbortController();
  readonly #maximum: number;

  constructor(
    private readonly share: HostShare | undefined,
    private readonly total: number,
  ) {
    this.#maximum = share === undefined ? Number.POSITIVE_INFINITY : shareOf(share, total, 'maxFailures');
  }

  /** Aborted when too many hosts have failed; the reason is an `Error`. */
  get exceeded(): AbortSignal {
    return this.#exceeded.signal;
  }

  /** Counts a host once, however often it fails. */
  count(host: string): void {
    this.#failed.add(host);
    if (this.#failed.size <= this.#maximum || this.#exceeded.signal.aborted) return;
    const names = [...this.#failed].slice(0, 3).join(', ');
    this.#exceeded.abort(
      new Error(
        `${this.#failed.size} of ${this.total} hosts have failed (${names}), and at most ${this.share} may`,
      ),
    );
  }
}
