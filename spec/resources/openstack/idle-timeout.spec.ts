import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { IdleTimer } from '../../../src/resources/openstack/idle-timeout.js';

describe('the idle timer', () => {
  /** Milliseconds of which all durations here are made. */
  const moment = 20;

  function createTimer(): { timer: IdleTimer; reasons: string[] } {
    const reasons: string[] = [];
    const timer = new IdleTimer((3 * moment) / 1000, ({ message }) => reasons.push(message), 10);
    return { timer, reasons };
  }

  it('ends where there is no sign of life', async () => {
    const { reasons } = createTimer();
    await sleep(5 * moment);
    expect(reasons).to.deep.equal(['no answer within 0.06 seconds']);
  });

  it('takes a byte now and then for none', async () => {
    const { timer, reasons } = createTimer();
    for (let time = 0; time < 8; time++) {
      timer.recordProgress(1);
      await sleep(moment / 2);
    }
    expect(reasons).to.have.lengthOf(1);
    expect(reasons[0]).to.match(/^only \d bytes within 0.06 seconds$/);
  });

  it('lasts as long as there is progress', async () => {
    const { timer, reasons } = createTimer();
    for (let time = 0; time < 8; time++) {
      timer.recordProgress(5);
      timer.recordProgress(5);
      await sleep(moment);
    }
    expect(reasons).to.deep.equal([]);
    timer.stop();
  });

  it('waits for nothing any more when it has ended, whatever was on its way then', async () => {
    const { timer, reasons } = createTimer();
    timer.stop();
    // Data that had come before the connection was closed are read afterwards.
    timer.recordProgress(10);
    await sleep(5 * moment);
    expect(reasons).to.deep.equal([]);
  });
});
