import { expect } from 'chai';
import fc from 'fast-check';
import { type Mishap, mishaps, type Plan, UnluckyWorld } from './unlucky-world.js';

const plan = fc.record<Plan>({
  batched: fc.boolean(),
  tries: fc.constantFrom(1, 2),
  there: fc.constantFrom(undefined, '0', '1'),
  subscribes: fc.array(fc.nat(), { maxLength: 2 }),
});

const unluckyRun = fc.record({
  mishaps: fc.dictionary(fc.constantFrom('t0', 't1', 't2', 't3', 't4'), fc.constantFrom(...mishaps)),
  operations: fc.option(fc.nat({ max: 12 }), { nil: Number.POSITIVE_INFINITY }),
});

/** Applies again until nothing is left to do, and holds each change against the refreshes that came after it. */
async function expectNeverParted(world: UnluckyWorld, things: readonly Plan[]): Promise<void> {
  for (let round = 0; round <= things.length; round++) await world.apply();
  expect(world.settled).to.equal(true);
  things.forEach(({ subscribes }, at) => {
    for (const pick of at === 0 ? [] : subscribes) {
      const changed = world.changed.get(`t${pick % at}`);
      if (changed === undefined) continue;
      expect(world.refreshed.get(`t${at}`) ?? 0, `the refresh of t${at} after t${pick % at}`).to.be.above(
        changed,
      );
    }
  });
}

describe('a change and the refresh that it causes', () => {
  const follower: Plan = { batched: false, tries: 1, there: '1', subscribes: [0] };

  for (const mishap of mishaps) {
    for (const [name, batched, tries] of [
      ['a change alone', false, 1],
      ['a change that is tried twice', false, 2],
      ['a change of a batch', true, 1],
    ] as const) {
      it(`are both made if ${name} ${mishap}`, async () => {
        const things: Plan[] = [
          { batched, tries, there: '0', subscribes: [] },
          follower,
          { batched, tries, there: '0', subscribes: [] },
        ];
        const world = new UnluckyWorld(things);
        await world.apply(new Map<string, Mishap>([['t0', mishap]]));
        await expectNeverParted(world, things);
      });
    }
  }

  it('are both made, in some run, whatever fails, is interrupted or killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 2, maxLength: 5 }),
        fc.array(unluckyRun, { minLength: 1, maxLength: 3 }),
        async (things, runs) => {
          const world = new UnluckyWorld(things);
          for (const { mishaps: befalling, operations } of runs)
            await world.apply(new Map(Object.entries(befalling)), operations);
          await expectNeverParted(world, things);
        },
      ),
      { numRuns: 100 },
    );
  });
});
