import { createHook } from 'node:async_hooks';
import { lookup } from 'node:dns';
import { expect } from 'chai';
import { PendingWork } from '../../src/catalog/pending-work.js';

const never = () => false;

describe('work that is pending', () => {
  let work: PendingWork;
  beforeEach(() => {
    work = new PendingWork();
  });
  afterEach(() => work.stop());

  it('is told with its name and place', async () => {
    const timer = work.watch(() => setInterval(() => {}, 1000));
    const unfinished = await work.waitForEnd(() => true);
    clearInterval(timer);
    expect(unfinished?.what).to.equal('a timer');
    expect(unfinished?.location?.file).to.match(/pending-work\.spec\.ts$/);
  });

  it('has a turn of the event loop to show itself, also where nothing is known to be pending', async () => {
    let turned = false;
    setImmediate(() => (turned = true));
    await work.waitForEnd(never);
    expect(turned).to.equal(true);
  });

  it('is none when the callback of a request has run, though its object lives on', async () => {
    const held: object[] = [];
    const holding = createHook({ init: (_id, _type, _trigger, resource) => held.push(resource) }).enable();
    await work.watch(() => new Promise<void>((resolve) => lookup('localhost', () => resolve())));
    holding.disable();
    expect(await work.waitForEnd(never)).to.equal(undefined);
    expect(held).not.to.deep.equal([]);
  });

  it('is forgotten, and no more of it noted, when it is watched no longer', async () => {
    let timer: NodeJS.Timeout | undefined;
    let started: () => void = () => {};
    const start = new Promise<void>((resolve) => (started = resolve));
    const first = work.watch(() => {
      void start.then(() => (timer = setInterval(() => {}, 1000)));
      return setInterval(() => {}, 1000);
    });
    work.stop();
    started();
    await start;
    const unfinished = await work.waitForEnd(() => true);
    clearInterval(first);
    clearInterval(timer);
    expect(timer).not.to.equal(undefined);
    expect(unfinished).to.equal(undefined);
  });
});
