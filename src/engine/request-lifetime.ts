import { setMaxListeners } from 'node:events';
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

/** What a request is for: a change that was begun is finished or undone by further ones. */
type Purpose = 'reading' | 'changing';

/** When runs were interrupted for the first time, in milliseconds, by the signal that says so. */
const interruptions = new WeakMap<AbortSignal, number>();

/**
 * Begins a request to a server that outlives the call; all others are made by `duringRequest`. The second interrupt ends
 * it at once. The first one leaves it a moment, so that a change that is under way is finished, and what broke off is
 * cleaned up, and no longer: a server that does not answer must not hold a run that a user wants to end. What only reads
 * does not begin once that moment is over.
 */
export function beginRequest(
  { stop, signal }: Interrupts,
  purpose: Purpose,
  moment: number = NETWORK_BOUNDS.afterInterrupt,
): RequestLifetime {
  const controller = new AbortController();
  // Many calls over one connection may listen to it.
  setMaxListeners(0, controller.signal);
  let timer: NodeJS.Timeout | undefined;
  const end = () => controller.abort(new RequestInterrupted());
  const endSoon = () => {
    const now = performance.now();
    const since = interruptions.get(stop) ?? now;
    interruptions.set(stop, since);
    const left = moment * 1000 - (purpose === 'reading' ? now - since : 0);
    if (left <= 0) end();
    else timer ??= setTimeout(end, left);
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

/** Asks a server something, and lets go of the interrupts once that has ended. */
export async function duringRequest<T>(
  interrupts: Interrupts,
  purpose: Purpose,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, release } = beginRequest(interrupts, purpose);
  try {
    return await ask(signal);
  } finally {
    release();
  }
}

/** A request was ended because the run was interrupted. */
class RequestInterrupted extends Error {
  readonly code = 'ABORT_ERR';

  constructor() {
    super('the run was interrupted');
    this.name = 'RequestInterrupted';
  }
}
