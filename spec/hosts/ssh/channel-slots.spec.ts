import { expect } from 'chai';
import { ChannelSlots } from '../../../src/hosts/ssh/channel-slots.js';

const never = new AbortController().signal;

describe('the slots for channels', () => {
  it('are given in turn, and never more than the limit', async () => {
    const slots = new ChannelSlots(2);
    const order: number[] = [];
    const first = await slots.acquire(never);
    const second = await slots.acquire(never);
    const waiting = [1, 2, 3].map(async (number) => {
      const release = await slots.acquire(never);
      order.push(number);
      expect(slots.taken).to.be.at.most(2);
      return release;
    });
    first();
    first();
    (await waiting[0])?.();
    (await waiting[1])?.();
    second();
    await waiting[2];
    expect(order).to.deep.equal([1, 2, 3]);
  });

  it('are not lost by one that stops waiting', async () => {
    const slots = new ChannelSlots(1);
    const release = await slots.acquire(never);
    const controller = new AbortController();
    const left = slots.acquire(controller.signal).catch((error: Error) => error.message);
    const next = slots.acquire(never);
    controller.abort(new Error('left'));
    expect(await left).to.equal('left');
    release();
    await next;
    expect(slots.taken).to.equal(1);
  });

  it('are fewer after the server has granted fewer, but at least one', async () => {
    const slots = new ChannelSlots(10);
    slots.reduce(0);
    await slots.acquire(never);
    let hasSecond = false;
    void slots.acquire(never).then(() => {
      hasSecond = true;
    });
    await new Promise(setImmediate);
    expect(hasSecond).to.equal(false);
  });
});
