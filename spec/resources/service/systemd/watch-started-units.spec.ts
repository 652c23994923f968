import { expect } from 'chai';
import type { Unit } from '../../../../src/resources/service/systemd/unit.js';
import {
  explainNotRunning,
  isFinal,
  isUndecided,
} from '../../../../src/resources/service/systemd/watch-started-units.js';
import { unit } from './systemd-host.js';

describe('a unit that was just started', () => {
  const simple = { Type: 'simple' };
  const failed = { ActiveState: 'failed', SubState: 'failed', Result: 'exit-code', ExecMainStatus: '3' };
  const cases: readonly (readonly [string, Partial<Unit>, boolean, RegExp | undefined])[] = [
    ['has said that it is ready', {}, true, undefined],
    ['has only been forked', simple, false, undefined],
    ['died', { ...simple, ...failed }, true, /ended right after it was started \(exit status 3\)/],
    ['was killed', { ...simple, ...failed, Result: 'oom-kill' }, true, /oom-kill/],
    ['is restarted', { ActiveState: 'activating', SubState: 'auto-restart' }, false, /again and again/],
    ['runs at the second try', { ...simple, NRestarts: '1' }, false, undefined],
    ['runs again after it died thrice', { ...simple, NRestarts: '3' }, true, /restarted it 3 times/],
    ['still starts', { ActiveState: 'activating', SubState: 'start' }, false, /still starting/],
    ['ended well', { ...simple, ActiveState: 'inactive', SubState: 'dead' }, true, /exit status 0/],
    ['has done its one job', { Type: 'oneshot', ActiveState: 'inactive' }, true, undefined],
    ['failed at its one job', { Type: 'oneshot', ...failed }, true, /exit status 3/],
    [
      'has done its one job and is forgotten',
      { Type: 'oneshot', ActiveState: 'inactive', ConditionResult: 'no', ConditionTimestampMonotonic: '0' },
      true,
      undefined,
    ],
    [
      'misses a condition of its one job',
      { Type: 'oneshot', ActiveState: 'inactive', ConditionResult: 'no', ConditionTimestampMonotonic: '7' },
      true,
      /condition/,
    ],
    ['misses a condition', { ActiveState: 'inactive', ConditionResult: 'no' }, true, /condition/],
    ['is masked', { ActiveState: 'inactive', LoadState: 'masked' }, true, /masked/],
  ];
  for (const [what, given, settled, why] of cases) {
    it(`and ${what} ${settled ? 'is looked at once' : 'is looked at again'}, and ${why ? 'is' : 'is not'} a failure`, () => {
      const one = unit('a.service', given);
      expect(isFinal(one)).to.equal(settled);
      if (why === undefined) expect(explainNotRunning(one)).to.equal(undefined);
      else expect(explainNotRunning(one)).to.match(why);
    });
  }

  it('is watched for as long as the manifest says, whatever it says of itself', () => {
    const notify = unit('a.service');
    const oneshot = unit('a.service', { Type: 'oneshot', ActiveState: 'inactive' });
    const ended = unit('a.service', failed);
    const again = unit('a.service', { ActiveState: 'activating', SubState: 'auto-restart', NRestarts: '1' });
    expect([notify, oneshot, ended, again].map((one) => isUndecided(one, 10, 9999))).to.deep.equal([
      true,
      false,
      false,
      true,
    ]);
    expect(isUndecided(notify, 10, 10_000)).to.equal(false);
    expect(isUndecided(unit('a.service', { NRestarts: '3' }), 10, 0)).to.equal(false);
  });

  it('is watched for a moment where the manifest says nothing', () => {
    expect(isUndecided(unit('a.service', simple), undefined, 2499)).to.equal(true);
    expect(isUndecided(unit('a.service', simple), undefined, 2500)).to.equal(false);
    expect(isUndecided(unit('a.service'), undefined, 0)).to.equal(false);
  });
});
