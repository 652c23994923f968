import { expect } from 'chai';
import type { Session } from '../../../src/engine/session.js';
import { ApiError, UnreachableError } from '../../../src/resources/openstack/api-error.js';
import { IdleTimeoutError } from '../../../src/resources/openstack/idle-timeout.js';
import { Throttle } from '../../../src/resources/openstack/throttle.js';
import { ServiceWait } from '../../../src/resources/waiting/service-wait.js';

describe('a service that is away for a moment', () => {
  function sessionOf(more: Partial<Session> = {}): { session: Session; said: string[] } {
    const said: string[] = [];
    const session = {
      changed: false,
      planning: false,
      once: (_key: string, read: () => Promise<unknown>) => read(),
      stop: new AbortController().signal,
      signal: new AbortController().signal,
      progress: () => {},
      message: (reference: string, text: string) => void said.push(`${reference}: ${text}`),
      ...more,
    };
    return { session: session as unknown as Session, said };
  }

  it('is waited for, which is said once', async () => {
    const { session, said } = sessionOf();
    const comingUp = new ServiceWait('It', { started: 60, away: 60 });
    for (let round = 0; round < 3; round++)
      expect(await comingUp.wait(session, 'away', 0.001)).to.equal(true);
    expect(said).to.deep.equal(['It: waiting up to 60 s for it: away']);
  });

  it('is not waited for again once that was in vain, unless it has answered meanwhile', async () => {
    const { session } = sessionOf();
    const comingUp = new ServiceWait('It', { started: 60, away: 0.05 });
    let rounds = 0;
    while (await comingUp.wait(session, 'away', 0.01)) rounds++;
    expect(rounds).to.be.greaterThan(0);
    expect(await comingUp.wait(session, 'away', 0.01)).to.equal(false);
    comingUp.reset();
    expect(await comingUp.wait(session, 'away', 0.01)).to.equal(true);
  });

  it('is waited for again if the run has changed something since', async () => {
    const comingUp = new ServiceWait('It', { started: 60, away: 0 });
    expect(await comingUp.wait(sessionOf().session, 'away', 0.001)).to.equal(false);
    expect(await comingUp.wait(sessionOf({ changed: true }).session, 'away', 0.001)).to.equal(true);
  });

  /** Fails so often before it answers. */
  function failing(times: number, error: Error): () => Promise<string> {
    let tries = 0;
    return async () => {
      if (++tries <= times) throw error;
      return 'answered';
    };
  }

  it('fails no request to an API that may be made twice, however the service is away', async () => {
    const errors = [502, 503, 504].map((status) => new ApiError('away', status));
    const answers = [...errors, new UnreachableError('refused', false)].map((error) =>
      new Throttle().run(sessionOf().session, { method: 'GET' }, failing(5, error)),
    );
    expect(await Promise.all(answers)).to.deep.equal(answers.map(() => 'answered'));
  });

  it('is waited for in a plan if a proxy responds for it, and not if no server does', async () => {
    const { session } = sessionOf({ planning: true });
    const asked = (error: Error) => new Throttle().run(session, { method: 'GET' }, failing(1, error));
    expect(await asked(new ApiError('away', 503))).to.equal('answered');
    const refused = await asked(new UnreachableError('refused', false)).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(UnreachableError);
  });

  it('is not requested twice if the request must not be repeated', async () => {
    const { session } = sessionOf();
    const made = new Throttle().run(session, { method: 'POST' }, failing(1, new ApiError('away', 503)));
    expect(await made.catch((error: unknown) => error)).to.be.instanceOf(ApiError);
  });

  it('is not requested again after a timeout, until something on the host changes', async () => {
    let readings = new Map<string, Promise<unknown>>();
    const once = <T>(key: string, read: () => Promise<T>) => {
      const reading = readings.get(key) ?? read();
      readings.set(key, reading);
      return reading as Promise<T>;
    };
    const { session } = sessionOf({ once });
    const turns = new Throttle();
    let asked = 0;
    const silent = async () => {
      asked += 1;
      throw new UnreachableError('it does not answer', true, { cause: new IdleTimeoutError('no answer') });
    };
    for (let time = 0; time < 3; time++) {
      const failure = await turns
        .run(session, { method: 'GET' }, silent)
        .catch((error: Error) => error.message);
      expect(failure).to.equal('it does not answer');
    }
    expect(asked).to.equal(1);
    expect(await turns.run(session, { method: 'GET' }, async () => 'another', 'Glance')).to.equal('another');
    readings = new Map();
    expect(await turns.run(session, { method: 'GET' }, async () => 'it answers')).to.equal('it answers');
  });
});
