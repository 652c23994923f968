import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { Patience } from '../../../src/resources/keystone/api/patience.js';

describe('patience', () => {
  /** Milliseconds of which all durations here are made. */
  const moment = 20;

  function impatient(): { patience: Patience; reasons: string[] } {
    const reasons: string[] = [];
    const patience = new Patience((3 * moment) / 1000, ({ message }) => reasons.push(message), 10);
    return { patience, reasons };
  }

  it('ends where there is no sign of life', async () => {
    const { reasons } = impatient();
    await sleep(5 * moment);
    expect(reasons).to.deep.equal(['no answer within 0.06 seconds']);
  });

  it('takes a byte now and then for none', async () => {
    const { patience, reasons } = impatient();
    for (let time = 0; time < 8; time++) {
      patience.sign(1);
      await sleep(moment / 2);
    }
    expect(reasons).to.have.lengthOf(1);
    expect(reasons[0]).to.match(/^only \d bytes within 0.06 seconds$/);
  });

  it('lasts as long as there is progress', async () => {
    const { patience, reasons } = impatient();
    for (let time = 0; time < 8; time++) {
      patience.sign(5);
      patience.sign(5);
      await sleep(moment);
    }
    expect(reasons).to.deep.equal([]);
    patience.end();
  });

  it('waits for nothing any more when it has ended, whatever was on its way then', async () => {
    const { patience, reasons } = impatient();
    patience.end();
    // Data that had come before the connection was closed are read afterwards.
    patience.sign(10);
    await sleep(5 * moment);
    expect(reasons).to.deep.equal([]);
  });
});
