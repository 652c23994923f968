import PQueue from 'p-queue';
import { pause } from '../../engine/pause.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import { ServiceWait } from '../waiting/service-wait.js';
import { IdleTimeoutError } from './idle-timeout.js';
import {
  canRetry,
  mayBeAllowedSoon,
  mayBeStarting,
  type RetriedRequest,
  wasNeverSent,
} from './retry-policy.js';

/** Requests under way at once. */
const MAX_CONCURRENT = 8;
/** How often something is asked that fails in passing. */
const MAX_TRIES = 4;
/** A refusal that is meant should not take long to be told. */
const MAX_TRIES_IF_FORBIDDEN = 3;
/** Seconds before the second try; twice as many before each that follows, up to the longest. */
const FIRST_PAUSE = 0.25;
const LONGEST_PAUSE = 1;

/** Makes requests when it is their turn, and again where a failure may pass. */
export class Throttle {
  readonly #queue = new PQueue({ concurrency: MAX_CONCURRENT });
  readonly #comingUp: ServiceWait;

  /** @param service What is asked, as messages name it. */
  constructor(private readonly service = 'OpenStack') {
    this.#comingUp = new ServiceWait(service);
  }

  /**
   * A server that takes requests and says nothing is asked nothing more, until something on the host has changed: each
   * further question would take as long.
   * @param request What it asks for, which says whether it may be made twice.
   * @param server Which of several servers is asked.
   */
  async run<T>(
    session: Session,
    request: RetriedRequest,
    attempt: () => Promise<T>,
    server = this.service,
  ): Promise<T> {
    const known = await session.once<{ error?: unknown }>(`silence of ${server}`, async () => ({}));
    try {
      return await this.#runWithRetries(session, request, async () => {
        if (known.error !== undefined) throw known.error;
        return attempt();
      });
    } catch (error) {
      if (IdleTimeoutError.isCauseOf(error)) known.error ??= error;
      throw error;
    }
  }

  async #runWithRetries<T>(session: Session, request: RetriedRequest, attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await this.#queue.add(attempt);
        this.#comingUp.reset();
        return answer;
      } catch (error) {
        if (IdleTimeoutError.isCauseOf(error)) throw error;
        const refused = mayBeAllowedSoon(error);
        if (!(refused || canRetry(request, error)) || session.stop.aborted) throw error;
        if (refused && tries >= MAX_TRIES_IF_FORBIDDEN) throw error;
        const starting = mayBeStarting(error);
        // A plan may well be made where there is no service yet: it need not wait for one.
        if (session.planning && wasNeverSent(error)) throw error;
        const seconds = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
        if (starting) {
          if (!(await this.#comingUp.wait(session, messageOf(error), seconds))) throw error;
        } else {
          if (tries >= MAX_TRIES) throw error;
          session.progress(`trying again: ${messageOf(error)}`);
          if (!(await pause(seconds, session.stop))) throw error;
        }
      }
    }
  }
}
