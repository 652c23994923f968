import { pause } from '../../engine/pause.js';
import type { Session } from '../../engine/session.js';

/** Until when a service is waited for, and how often it is tried. */
interface WaitOptions {
  /** By the clock of `performance.now()`. */
  readonly until: number;
  /** Seconds between two attempts. */
  readonly interval: number;
}

/**
 * Pauses before the next attempt to reach a service. Returns false, at once, if the time is over or the run has been
 * interrupted.
 * @param service The name of the service in messages.
 * @param reason Why the last attempt failed.
 */
export async function waitForService(
  session: Session,
  service: string,
  reason: string,
  { until, interval }: WaitOptions,
): Promise<boolean> {
  if (session.stop.aborted || performance.now() >= until) return false;
  session.progress(`waiting for ${service}: ${reason}`);
  return pause(interval, session.stop);
}

/** For how many seconds a service is waited for. */
export interface WaitLimits {
  /** If this run may have started it. */
  readonly started: number;
  /** If this run has changed nothing yet: another program restarts it, or a proxy switches over. */
  readonly away: number;
}

/** How long a run has waited for one service: once the time is over, the service is not waited for again. */
export class ServiceWait {
  /** When the time is over: before the run has changed anything, and since. */
  readonly #ends = new Map<keyof WaitLimits, number>();

  constructor(
    /** The name of the service in messages. */
    private readonly service: string,
    private readonly limits: WaitLimits = { started: 60, away: 10 },
  ) {}

  /** Starts over, because the service has responded. */
  reset(): void {
    this.#ends.clear();
  }

  /**
   * Pauses before the next attempt, and reports the first time that it waits. Returns false if the time is over or the
   * run has been interrupted.
   * @param reason Why the last attempt failed.
   * @param interval Seconds.
   */
  async wait(session: Session, reason: string, interval: number): Promise<boolean> {
    if (session.stop.aborted) return false;
    const kind = session.changed ? 'started' : 'away';
    const known = this.#ends.get(kind);
    const until = known ?? performance.now() + this.limits[kind] * 1000;
    this.#ends.set(kind, until);
    if (performance.now() >= until) return false;
    if (known === undefined) {
      const text = `waiting up to ${this.limits[kind]} s for it: ${reason}`;
      // That a service takes some time to start is expected.
      session.message(this.service, text, { level: session.changed ? 'info' : 'notice' });
    }
    return waitForService(session, this.service, reason, { until, interval });
  }
}
