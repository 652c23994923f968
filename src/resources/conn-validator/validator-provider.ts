import type { AttributeTable, DesiredOf } from '../../catalog/index.js';
import type { Provider } from '../../engine/provider.js';
import { duringRequest } from '../../engine/request-lifetime.js';
import type { Session } from '../../engine/session.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import { waitForService } from '../waiting/service-wait.js';

/**
 * Seconds for the attempt that decides whether to wait at all. A closed port is known at once; a busy server may
 * respond late and is up nevertheless.
 */
const READ_TIMEOUT = 5;
/** Seconds for one attempt while waiting. */
const ATTEMPT_TIMEOUT = 10;

/** Attributes of both types, which the compiler cannot see through the type parameter of the table. */
interface WaitAttributes {
  readonly timeout: number;
  readonly try_sleep: number;
}

/**
 * Tries to reach a server within some seconds, unless the signal ends the attempt.
 * @throws the reason if it cannot be reached.
 */
export type Probe<A extends AttributeTable> = (
  session: Session,
  desired: DesiredOf<A>,
  seconds: number,
  signal: AbortSignal,
) => Promise<void>;

/** Creates a provider that checks whether a server can be reached, and waits for it if not. */
export function createValidatorProvider<A extends AttributeTable>(
  probe: Probe<A>,
  describe: (desired: DesiredOf<A>) => string,
): Provider<A> {
  const attempt = (session: Session, desired: DesiredOf<A>, seconds: number) =>
    duringRequest(session, 'reading', (signal) => probe(session, desired, seconds, signal));
  return {
    async read(session, subjects) {
      const states = subjects.map(async ({ title, desired }) => {
        // A shorter timeout than this one is also enough to decide whether to wait.
        const { timeout } = desired as WaitAttributes;
        const isUp = await attempt(session, desired, Math.min(READ_TIMEOUT, Math.max(1, timeout))).then(
          () => true,
          () => false,
        );
        return [title, { ensure: isUp ? 'present' : 'absent' }] as const;
      });
      return new Map(await Promise.all(states));
    },

    async change(session, { desired }) {
      const attributes = desired as WaitAttributes;
      await waitUntilReachable(session, attributes, describe(desired), (seconds) =>
        attempt(session, desired, seconds),
      );
    },

    blank: () => undefined,
  };
}

async function waitUntilReachable(
  session: Session,
  { timeout, try_sleep }: WaitAttributes,
  server: string,
  attempt: (seconds: number) => Promise<void>,
): Promise<void> {
  const end = performance.now() + timeout * 1000;
  for (;;) {
    const left = (end - performance.now()) / 1000;
    const reason = await attempt(Math.min(ATTEMPT_TIMEOUT, Math.max(1, left))).then(
      () => undefined,
      messageOf,
    );
    if (reason === undefined) return;
    // An attempt that would begin after the end is not waited for.
    const until = end - try_sleep * 1000;
    if (await waitForService(session, server, reason, { until, interval: try_sleep })) continue;
    raise(
      'conn_validator.failed',
      session.stop.aborted
        ? `the run was interrupted while waiting for ${server}; last attempt: ${reason}`
        : `${server} could not be reached within ${timeout} seconds; last attempt: ${reason}`,
    );
  }
}
