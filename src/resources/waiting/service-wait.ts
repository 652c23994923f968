import { pause } from '../../engine/pause.js';
import type { Session } from '../../engine/session.js';

/** For how many seconds a service is waited for. */
export interface WaitLimits {
  /** That this run may have started. */
  readonly started: number;
  /** That this run has nothing to do with: somebody restarts it, a proxy changes over. */
  readonly away: number;
}

/** The patience that a run has with one service: what was waited for in vain is not waited for again. */
export class ServiceWait {
  /** When the waiting is over, before the run has changed anything, and since. */
  readonly #ends = new Map<keyof WaitLimits, number>();

  constructor(
    /** What is waited for, as messages name it. */
    private readonly service: string,
    private readonly patience: WaitLimits = { started: 60, away: 10 },
  ) {}

  /** It answers: the next time that it does not, it is waited for again. */
  reset(): void {
    this.#ends.clear();
  }

  /**
   * Waits for a while where it is worth it; false where it is not, or no more. The log says so, once.
   * @param reason Completes "waiting for it: …".
   */
  async wait(session: Session, reason: string, seconds: number): Promise<boolean> {
    if (session.stop.aborted) return false;
    const why = session.changed ? 'started' : 'away';
    const known = this.#ends.get(why);
    const end = known ?? performance.now() + this.patience[why] * 1000;
    this.#ends.set(why, end);
    if (performance.now() >= end) return false;
    if (known === undefined) {
      const text = `waiting up to ${this.patience[why]} s for it: ${reason}`;
      // That what was started takes its time is nothing to tell of.
      session.message(this.service, text, { level: session.changed ? 'info' : 'notice' });
    }
    session.progress(`waiting for ${this.service}: ${reason}`);
    return pause(seconds, session.stop);
  }
}
