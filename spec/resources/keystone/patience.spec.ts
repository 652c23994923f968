import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { Patience } from '../../../src/resources/keystone/api/patience.js';

describe('patience', () => {
  /** Milliseconds of which all durations here are made. */
  const moment = 20;

  function impatient(): { patience: Patience; reasons: string[] } {
    const reasons: string[] = [];
    const patience = new Patience((3 * moment) / 1000, ({ message }) => reasons.push(message));
    return { patience, reasons };
  }

  it('ends where there is no sign of life', async () => {
    const { reasons } = impatient();
    await sleep(5 * moment);
    expect(reasons).to.deep.equal(['no answer within 0.06 seconds']);
  });

  it('waits for nothing any more when it has ended, whatever was on its way then', async () => {
    const { patience, reasons } = impatient();
    patience.end();
    // Data that had come before the connection was closed are read afterwards.
    patience.sign();
    await sleep(5 * moment);
    expect(reasons).to.deep.equal([]);
  });
});
