import { expect } from 'chai';
import { WorkInProgress } from '../../src/views/work-in-progress.js';

describe('work in progress', () => {
  function atWork() {
    const clock = { now: 0 };
    const work = new WorkInProgress(() => clock.now);
    work.handle({
      type: 'run-started',
      mode: 'apply',
      resources: 210,
      pendingRefreshes: [],
      pendingElsewhere: [],
    });
    return { clock, work };
  }

  it('is empty before work begins and after it has ended', () => {
    const { work } = atWork();
    expect(work.statusLine(80)).to.equal(undefined);
    work.handle({ type: 'work-started', id: 1, action: 'change', references: ['Package[glance-api]'] });
    work.handle({ type: 'work-finished', id: 1, duration: 10 });
    expect(work.statusLine(80)).to.equal(undefined);
  });

  it('contains what is running, for how long, and how many resources remain', () => {
    const { clock, work } = atWork();
    work.handle({
      type: 'work-started',
      id: 1,
      action: 'change',
      references: ['Package[glance-api]', 'Package[b]'],
    });
    work.handle({ type: 'work-started', id: 2, action: 'refresh', references: ['Service[c]'] });
    work.handle({ type: 'work-progress', id: 1, text: 'Unpacking\nSetting up\x1b[0m glance\n' });
    clock.now = 14_400;
    expect(work.statusLine(120)).to.equal(
      '  210 left · applying Package[glance-api] and 1 more … 14 s · 1 other · Setting up\\e[0m glance',
    );
    expect(work.statusLine(40)).to.have.lengthOf(40);
  });

  it('is repeated in a log every half minute', () => {
    const { clock, work } = atWork();
    work.handle({ type: 'work-started', id: 1, action: 'change', references: ['Package[glance-api]'] });
    clock.now = 29_000;
    expect(work.reminders()).to.deep.equal([]);
    clock.now = 30_000;
    expect(work.reminders()).to.deep.equal(['still applying Package[glance-api] … 30 s']);
    clock.now = 31_000;
    expect(work.reminders()).to.deep.equal([]);
    clock.now = 60_000;
    expect(work.reminders()).to.deep.equal(['still applying Package[glance-api] … 1 min 00 s']);
  });
});
