import { NETWORK_BOUNDS } from '../hosts/network-bounds.js';
import type { Session } from './session.js';

/** What ends requests: the interrupts of a run. */
export type Interrupts = Pick<Session, 'stop' | 'signal'>;

/** How long a server may be asked something. */
export interface RequestLifetime {
  /** Aborted when the request must end. */
  readonly signal: AbortSignal;
  /** The request has ended by itself. */
  release(): void;
}

/**
 * Begins a request to a server. The second interrupt ends it at once. The first one leaves it a moment, so that a change
 * that is under way is finished and what broke off is cleaned up, and no longer: a server that does not answer must not
 * hold a run that somebody wants to end.
 */
export function beginRequest(
  { stop, signal }: Interrupts,
  moment: number = NETWORK_BOUNDS.afterInterrupt,
): RequestLifetime {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = () => controller.abort(new RequestInterrupted());
  const endSoon = () => {
    timer ??= setTimeout(end, moment * 1000);
  };
  signal.addEventListener('abort', end);
  stop.addEventListener('abort', endSoon);
  if (signal.aborted) end();
  else if (stop.aborted) endSoon();
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      stop.removeEventListener('abort', endSoon);
    },
  };
}

/** A request was ended because the run was interrupted. */
class RequestInterrupted extends Error {
  readonly code = 'ABORT_ERR';

  constructor() {
    super('the run was interrupted');
    this.name = 'RequestInterrupted';
  }
}
