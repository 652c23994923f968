import type { AttributeTable, WantedOf } from '../../catalog/index.js';
import { pause } from '../../engine/pause.js';
import type { Provider } from '../../engine/provider.js';
import { duringRequest } from '../../engine/request-lifetime.js';
import type { Session } from '../../engine/session.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';

/**
 * Seconds for the one look that finds out whether there is anything to wait for. Where nothing listens that is known
 * at once; a busy server that answers late is there all the same.
 */
const READ_TIMEOUT = 5;
/** Seconds for one try while waiting. */
const ATTEMPT_TIMEOUT = 10;

/** How long to wait: attributes of both types, which the compiler cannot see through the table's parameter. */
interface WaitOptions {
  readonly timeout: number;
  readonly try_sleep: number;
}

/** Tries to reach something within some seconds, unless the signal ends it; throws what came in place of it. */
export type Probe<A extends AttributeTable> = (
  session: Session,
  wanted: WantedOf<A>,
  seconds: number,
  signal: AbortSignal,
) => Promise<void>;

/** A provider that looks whether something can be reached, and waits for it where it cannot. */
export function createValidatorProvider<A extends AttributeTable>(
  probe: Probe<A>,
  describe: (wanted: WantedOf<A>) => string,
): Provider<A> {
  const attempt = (session: Session, wanted: WantedOf<A>, seconds: number) =>
    duringRequest(session, 'reading', (signal) => probe(session, wanted, seconds, signal));
  return {
    blank: () => undefined,

    async read(session, subjects) {
      const states = subjects.map(async ({ title, wanted }) => {
        // Whoever would wait for less than this need not wait longer to learn that there is something to wait for.
        const { timeout } = wanted as WaitOptions;
        const answers = await attempt(session, wanted, Math.min(READ_TIMEOUT, Math.max(1, timeout))).then(
          () => true,
          () => false,
        );
        return [title, { ensure: answers ? 'present' : 'absent' }] as const;
      });
      return new Map(await Promise.all(states));
    },

    async change(session, { wanted }) {
      const waiting = wanted as WaitOptions;
      await waitUntilReachable(session, waiting, describe(wanted), (seconds) =>
        attempt(session, wanted, seconds),
      );
    },
  };
}

async function waitUntilReachable(
  session: Session,
  { timeout, try_sleep }: WaitOptions,
  what: string,
  attempt: (seconds: number) => Promise<void>,
): Promise<void> {
  const end = performance.now() + timeout * 1000;
  for (;;) {
    const left = (end - performance.now()) / 1000;
    const got = await attempt(Math.min(ATTEMPT_TIMEOUT, Math.max(1, left))).then(() => undefined, messageOf);
    if (got === undefined) return;
    if (performance.now() + try_sleep * 1000 >= end) {
      raise(
        'conn_validator.failed',
        `${what} could not be reached within ${timeout} seconds; the last try said: ${got}`,
      );
    }
    session.progress(`waiting for ${what}: ${got}`);
    if (!(await pause(try_sleep, session.stop)))
      raise(
        'conn_validator.failed',
        `the run was interrupted while waiting for ${what}; the last try said: ${got}`,
      );
  }
}
