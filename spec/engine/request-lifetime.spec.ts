import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { beginRequest } from '../../src/engine/request-lifetime.js';

describe('a request to a server', () => {
  /** Seconds for which it may go on after the first interrupt. */
  const moment = 0.1;

  function interrupts() {
    const [stop, abort] = [new AbortController(), new AbortController()];
    return { stop, abort, both: { stop: stop.signal, signal: abort.signal } };
  }

  it('continues for a grace period after the first interrupt', async () => {
    const { stop, both } = interrupts();
    const { signal } = beginRequest(both, 'changing', moment);
    stop.abort();
    expect(signal.aborted).to.equal(false);
    await sleep(moment * 2000);
    expect(signal.aborted).to.equal(true);
    expect((signal.reason as Error).message).to.equal('the run was interrupted');
  });

  it('ends at the second interrupt', () => {
    const { abort, both } = interrupts();
    const { signal } = beginRequest(both, 'changing', moment);
    abort.abort();
    expect(signal.aborted).to.equal(true);
    expect(beginRequest(both, 'changing', moment).signal.aborted).to.equal(true);
  });

  it('does not begin after the grace period, unless it cleans up', async () => {
    const { stop, both } = interrupts();
    beginRequest(both, 'reading', moment);
    stop.abort();
    await sleep(moment * 2000);
    expect(beginRequest(both, 'reading', moment).signal.aborted).to.equal(true);
    expect(beginRequest(both, 'changing', moment).signal.aborted).to.equal(false);
  });

  it('does not begin after the first interrupt without a grace period', () => {
    const { stop, both } = interrupts();
    stop.abort();
    expect(beginRequest(both, 'changing', 0).signal.aborted).to.equal(true);
  });

  it('ignores interrupts when it has ended by itself', async () => {
    const { stop, both } = interrupts();
    const { signal, release } = beginRequest(both, 'changing', moment);
    stop.abort();
    release();
    await sleep(moment * 2000);
    expect(signal.aborted).to.equal(false);
  });
});
