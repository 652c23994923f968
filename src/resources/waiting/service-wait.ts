import { pause } from '../../engine/pause.js';
import type { Session } from '../../engine/session.js';

/** The number of seconds to wait for a service. */
export interface WaitLimits {
  /** For a service that this run may have started. */
  readonly started: number;
  /** For a service that is unavailable for other reasons, such as a restart or the failover of a proxy. */
  readonly away: number;
}

/** Waits for one service in a run: after a timeout it is not waited for again. */
export class ServiceWait {
  /** The end of the wait, before the run has changed anything and afterwards. */
  readonly #ends = new Map<keyof WaitLimits, number>();

  constructor(
    /** The name of the service in messages. */
    private readonly service: string,
    private readonly limits: WaitLimits = { started: 60, away: 10 },
  ) {}

  /** Called when the service responds: the next time that it does not, it is waited for again. */
  reset(): void {
    this.#ends.clear();
  }

  /**
   * Waits for some seconds; false if the time is over. The first wait is reported.
   * @param reason Completes "waiting for it: …".
   */
  async wait(session: Session, reason: string, seconds: number): Promise<boolean> {
    if (session.stop.aborted) return false;
    const why = session.changed ? 'started' : 'away';
    const known = this.#ends.get(why);
    const end = known ?? performance.now() + this.limits[why] * 1000;
    this.#ends.set(why, end);
    if (performance.now() >= end) return false;
    if (known === undefined) {
      const text = `waiting up to ${this.limits[why]} s for it: ${reason}`;
      // A service that was just started needs time, which is not worth a notice.
      session.message(this.service, text, { level: session.changed ? 'info' : 'notice' });
    }
    session.progress(`waiting for ${this.service}: ${reason}`);
    return pause(seconds, session.stop);
  }
}
