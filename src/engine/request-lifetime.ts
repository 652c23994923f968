import { setMaxListeners } from 'node:events';
import { NETWORK_BOUNDS } from '../hosts/network-bounds.js';
import type { Session } from './session.js';

/** The interrupts of a run, which end requests. */
export type Interrupts = Pick<Session, 'stop' | 'signal'>;

/** The lifetime of a request to a server. */
export interface RequestLifetime {
  /** Aborted when the request must end. */
  readonly signal: AbortSignal;
  /** Called when the request has ended by itself. */
  release(): void;
}

/** The purpose of a request: a change that has begun is finished or undone by further requests. */
type Purpose = 'reading' | 'changing';

/** The time of the first interrupt of a run in milliseconds, by its signal. */
const interruptions = new WeakMap<AbortSignal, number>();

/**
 * Begins a request to a server that outlives the call; all others are made by `duringRequest`. The second interrupt ends
 * the request at once. The first one ends it after a grace period, in which a change in progress is finished or cleaned
 * up: a server that does not answer must not block a run that a user wants to end. After the grace period, no request
 * that only reads is begun.
 * @param grace The grace period in seconds.
 */
export function beginRequest(
  { stop, signal }: Interrupts,
  purpose: Purpose,
  grace: number = NETWORK_BOUNDS.afterInterrupt,
): RequestLifetime {
  const controller = new AbortController();
  // Many calls on one connection may listen to it.
  setMaxListeners(0, controller.signal);
  let timer: NodeJS.Timeout | undefined;
  const end = () => controller.abort(new RequestInterrupted());
  const endSoon = () => {
    const now = performance.now();
    const since = interruptions.get(stop) ?? now;
    interruptions.set(stop, since);
    const left = grace * 1000 - (purpose === 'reading' ? now - since : 0);
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

/** Makes a request to a server, and stops listening for interrupts when it has ended. */
export async function duringRequest<T>(
  interrupts: Interrupts,
  purpose: Purpose,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, release } = beginRequest(interrupts, purpose);
  try {
    return await request(signal);
  } finally {
    release();
  }
}

/** The error of a request that was ended because the run was interrupted. */
class RequestInterrupted extends Error {
  readonly code = 'ABORT_ERR';

  constructor() {
    super('the run was interrupted');
    this.name = 'RequestInterrupted';
  }
}
