import PQueue from 'p-queue';
import { pause } from '../../engine/pause.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import { ServiceWait } from '../waiting/service-wait.js';
import { isForbidden } from './api-error.js';
import { IdleTimeoutError } from './idle-timeout.js';
import { canRetry, mayBeStarting, type RetriedRequest, wasNeverSent } from './retry-policy.js';

/** Requests that are in progress at once. */
const MAX_CONCURRENT = 8;
/** Tries of a request that fails with a transient status. */
const MAX_TRIES = 4;
/** Fewer tries, because a refusal is usually meant and should be reported soon. */
const MAX_TRIES_IF_FORBIDDEN = 3;
/** Seconds before the second try; doubled before each further one, up to `LONGEST_PAUSE`. */
const FIRST_PAUSE = 0.25;
const LONGEST_PAUSE = 1;

/** Limits how many requests are in progress at once, and repeats those whose failure may be transient. */
export class Throttle {
  readonly #queue = new PQueue({ concurrency: MAX_CONCURRENT });
  readonly #serviceWait: ServiceWait;

  /** @param service The name of the service in messages. */
  constructor(private readonly service = 'OpenStack') {
    this.#serviceWait = new ServiceWait(service);
  }

  /**
   * Runs a request. A server that accepted a request and did not answer gets no further one until something on the
   * host has changed: each would take as long.
   * @param request Determines whether the request can be repeated.
   * @param server The name of the server, if the service has several.
   */
  async run<T>(
    session: Session,
    request: RetriedRequest,
    attempt: () => Promise<T>,
    server = this.service,
  ): Promise<T> {
    const timeout = await session.once<{ error?: unknown }>(`idle timeout of ${server}`, async () => ({}));
    try {
      return await this.#runWithRetries(session, request, async () => {
        if (timeout.error !== undefined) throw timeout.error;
        return attempt();
      });
    } catch (error) {
      if (IdleTimeoutError.isCauseOf(error)) timeout.error ??= error;
      throw error;
    }
  }

  async #runWithRetries<T>(session: Session, request: RetriedRequest, attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await this.#queue.add(attempt);
        this.#serviceWait.reset();
        return answer;
      } catch (error) {
        if (IdleTimeoutError.isCauseOf(error)) throw error;
        // A 403 changes nothing, and may be transient: each process of a service with oslo.policy reads its policy at its
        // first request (Enforcer.load_rules, 4.0), and meanwhile refuses the requests in its other threads.
        const forbidden = isForbidden(error);
        if (!(forbidden || canRetry(request, error)) || session.stop.aborted) throw error;
        if (forbidden && tries >= MAX_TRIES_IF_FORBIDDEN) throw error;
        const starting = mayBeStarting(error);
        // A plan does not wait for a service that may not exist yet.
        if (session.planning && wasNeverSent(error)) throw error;
        const seconds = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
        if (starting) {
          if (!(await this.#serviceWait.wait(session, messageOf(error), seconds))) throw error;
        } else {
          if (tries >= MAX_TRIES) throw error;
          session.progress(`trying again: ${messageOf(error)}`);
          if (!(await pause(seconds, session.stop))) throw error;
        }
      }
    }
  }
}
