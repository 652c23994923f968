import { expect } from 'chai';
import fc from 'fast-check';
import { planUnits, type UnitChange } from '../../../../src/resources/service/systemd/unit-plan.js';

describe('the plan of changes to units', () => {
  const change = (unit: string, rest: Partial<UnitChange>): UnitChange => ({
    unit,
    ensure: undefined,
    enable: undefined,
    failed: false,
    ...rest,
  });

  it('is empty where nothing is to change', () => {
    expect(planUnits([change('a', {})])).to.deep.equal([]);
  });

  it('names every unit of a verb in one call, and stops before it masks and enables before it starts', () => {
    const plan = planUnits([
      change('a', { ensure: 'running', enable: true, failed: true }),
      change('b', { ensure: 'running' }),
      change('c', { ensure: 'stopped', enable: 'mask' }),
      change('d', { enable: false }),
    ]);
    expect(plan.map(({ verb, units }) => `${verb} ${units.join(' ')}`)).to.deep.equal([
      'stop c',
      'mask c',
      'disable d',
      'enable a',
      'reset-failed a',
      'start a b',
    ]);
  });

  it('never calls a verb twice or with no unit, and has every wish in it', () => {
    const changes = fc.array(
      fc.record({
        unit: fc.stringMatching(/^[a-z]{1,4}\.service$/),
        ensure: fc.constantFrom('running', 'stopped', undefined),
        enable: fc.constantFrom<UnitChange['enable']>(true, false, 'mask', undefined),
        failed: fc.boolean(),
      } as const),
    );
    fc.assert(
      fc.property(changes, (all) => {
        const plan = planUnits(all);
        const verbs = plan.map(({ verb }) => verb);
        const wishes = all
          .flatMap(({ ensure, enable }) => [ensure, enable])
          .filter((wish) => wish !== undefined);
        const calls = plan.filter(({ verb }) => verb !== 'reset-failed').flatMap(({ units }) => units);
        return (
          new Set(verbs).size === verbs.length &&
          plan.every(({ units }) => units.length > 0) &&
          calls.length === wishes.length
        );
      }),
    );
  });
});
