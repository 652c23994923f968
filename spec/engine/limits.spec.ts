import { expect } from 'chai';
import fc from 'fast-check';
import { compile, manifest } from '../../src/catalog/index.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import { Limits } from '../../src/engine/limits.js';
import { run } from '../../src/engine/run.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Batched, Thing, World } from './world.js';

/** How many are at something at once, by what they are at. */
class Crowds {
  readonly #now = new Map<string, number>();
  readonly most = new Map<string, number>();

  async enter(locks: readonly string[]): Promise<void> {
    for (const lock of locks) {
      const now = (this.#now.get(lock) ?? 0) + 1;
      this.#now.set(lock, now);
      this.most.set(lock, Math.max(now, this.most.get(lock) ?? 0));
    }
    await new Promise(setImmediate);
    for (const lock of locks) this.#now.set(lock, (this.#now.get(lock) ?? 0) - 1);
  }
}

const call = fc.record({
  provider: fc.nat({ max: 2 }),
  locks: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  urgency: fc.nat({ max: 3 }),
});

describe('the limits of a run', () => {
  it('permit one holder per lock, the declared number per provider and sixteen in all, and never block forever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 60 }), async (calls) => {
        const limits = new Limits({});
        const providers = [{ concurrency: 1 }, { concurrency: () => 3 }, {}];
        const crowds = new Crowds();
        let done = 0;
        await Promise.all(
          calls.map(({ provider, locks, urgency }) =>
            limits.run(providers[provider] as object, { locks, urgency }, async () => {
              await crowds.enter(['all', `provider ${provider}`, ...new Set(locks)]);
              done++;
            }),
          ),
        );
        expect(done).to.equal(calls.length);
        const bounds = { a: 1, b: 1, c: 1, 'provider 0': 1, 'provider 1': 3, 'provider 2': 8, all: 16 };
        for (const [lock, bound] of Object.entries(bounds))
          expect(crowds.most.get(lock) ?? 0, lock).to.be.at.most(bound);
      }),
    );
  });

  it('permit as much concurrency as possible', async () => {
    const limits = new Limits({});
    const crowds = new Crowds();
    const calls = [{ concurrency: 12 }, { concurrency: 12 }].flatMap((provider, at) =>
      Array.from({ length: 20 }, () =>
        limits.run(provider, { locks: [], urgency: 0 }, () => crowds.enter(['all', `provider ${at}`])),
      ),
    );
    await Promise.all(calls);
    expect([...crowds.most.values()]).to.include.members([16, 12]);
  });

  it('let the most urgent of the waiting calls go first', async () => {
    const limits = new Limits({});
    const order: number[] = [];
    await Promise.all(
      [0, 1, 3, 2].map((urgency) =>
        limits.run({}, { locks: ['a'], urgency }, async () => void order.push(urgency)),
      ),
    );
    expect(order).to.deep.equal([0, 3, 2, 1]);
  });

  it('apply to locks of the same name across providers', async () => {
    const most = async (locks: readonly string[]) => {
      const world = new World();
      const crowds = new Crowds();
      world.before = () => crowds.enter(['host']);
      const providers: ProviderLookup = (definition) => {
        const { memory } = world.providers(definition)?.providers ?? {};
        if (memory === undefined) return undefined;
        const changeAll = memory.changeAll && {
          changeAll: async (...given: Parameters<NonNullable<typeof memory.changeAll>>) => {
            await crowds.enter(['host']);
            await memory.changeAll?.(...given);
          },
        };
        return {
          providers: { memory: { ...memory, ...changeAll, locks: () => locks } },
          choose: () => 'memory',
        };
      };
      const catalog = await compile(
        manifest((site) => {
          for (let number = 0; number < 5; number++) new Thing(site, `t${number}`, { value: '1' });
          new Batched(site, 'b', { value: '1' });
        }),
      );
      await run(catalog, new SimulatedHost(), { providers });
      return crowds.most.get('host');
    };
    expect(await most(['database'])).to.equal(1);
    expect(await most([])).to.be.greaterThan(1);
  });
});
