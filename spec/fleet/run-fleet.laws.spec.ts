import { expect } from 'chai';
import fc from 'fast-check';
import { type FleetPart, fleet } from '../../src/fleet/fleet.js';
import type { FleetReport } from '../../src/fleet/fleet-report.js';
import { compile } from '../../src/testing/index.js';
import { Thing } from '../engine/world.js';
import { Sites } from './sites.js';

/** A thing on a host that waits for earlier ones, and is refreshed by some of them. */
interface Spot {
  readonly host: number;
  readonly after: readonly { readonly distance: number; readonly refresh: boolean }[];
  readonly fails: boolean;
  readonly delay: number;
}

const names = ['a', 'b', 'c', 'd'];

const spots = fc.array(
  fc.record({
    host: fc.nat(names.length - 1),
    after: fc.array(fc.record({ distance: fc.integer({ min: 1, max: 6 }), refresh: fc.boolean() }), {
      maxLength: 3,
    }),
    fails: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    delay: fc.nat(3),
  }),
  { minLength: 2, maxLength: 14 },
);

/** Yields each pair of things of which the first comes before the second. */
function* pairs(all: readonly Spot[]): Iterable<readonly [number, number, boolean]> {
  for (const [at, { after }] of all.entries()) {
    for (const { distance, refresh } of after) if (distance <= at) yield [at - distance, at, refresh];
  }
}

const hostOf = (spot: Spot | undefined) => names[spot?.host ?? 0] as string;

async function open(all: readonly Spot[]): Promise<Sites> {
  const site = fleet((scope) => {
    const parts = new Map<string, FleetPart>();
    for (const name of names) {
      parts.set(
        name,
        scope.host(name, (node) => {
          for (const [at, { host, delay }] of all.entries()) {
            if (names[host] !== name) continue;
            const relations = [...pairs(all)].filter(([, target]) => target === at);
            const targets = (refresh: boolean) =>
              relations
                .filter((relation) => relation[2] === refresh)
                .flatMap(([source]) => parts.get(hostOf(all[source]))?.ref(Thing, `${source}`) ?? []);
            new Thing(node, `${at}`, {
              value: 'new',
              delay,
              require: targets(false),
              subscribe: targets(true),
            });
          }
        }),
      );
    }
  });
  const sites = new Sites(
    await compile(site, { hosts: Object.fromEntries(names.map((name) => [name, {}])) }),
  );
  for (const [at, spot] of all.entries()) {
    if (spot.fails) sites.world(hostOf(spot)).failures.set(`${at}`, Number.POSITIVE_INFINITY);
  }
  return sites;
}

const summaryOf = ({ hosts }: FleetReport) =>
  hosts.map(({ host, outcome, report }) => [
    host,
    outcome,
    (report?.resources ?? [])
      .map((one) => `${one.title} ${one.outcome} ${one.refresh} ${one.refreshedBy.toSorted().join()}`)
      .sort(),
  ]);

describe('any fleet', () => {
  it('is applied in an order that respects every relation, with the same result as one host after the other', async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(spots, fc.integer({ min: 1, max: 4 }), async (all, forks) => {
        const sites = await open(all);
        const concurrent = await sites.run({ forks });
        const steps = sites.log.map((entry) => /^(change|refresh) (\d+)/.exec(entry));
        const first = (at: number) => steps.findIndex((step) => step?.[2] === `${at}`);
        const last = (at: number) => steps.findLastIndex((step) => step?.[2] === `${at}`);
        for (const [source, target] of pairs(all)) {
          if (first(target) >= 0)
            expect(last(source), `${source} before ${target}`).to.be.within(0, first(target));
        }
        const alone = await open(all);
        expect(summaryOf(concurrent)).to.deep.equal(summaryOf(await alone.run({ forks: 1 })));
        expect([...sites.worlds].map(([, { states }]) => [...states.keys()].sort())).to.deep.equal(
          [...alone.worlds].map(([, { states }]) => [...states.keys()].sort()),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is planned as it is applied', async function () {
    this.timeout(240_000);
    await fc.assert(
      fc.asyncProperty(spots, async (all) => {
        const healthy = all.map((spot) => ({ ...spot, fails: false }));
        const sites = await open(healthy);
        const plan = await sites.run({ mode: 'plan' });
        const applied = await sites.run();
        const asPlanned = summaryOf(applied).map(([host, outcome, resources]) => [
          host,
          outcome,
          (resources as string[]).map((one) =>
            one.replace(' changed ', ' will ').replace(' done ', ' will '),
          ),
        ]);
        expect(summaryOf(plan)).to.deep.equal(asPlanned);
      }),
      { numRuns: 40 },
    );
  });
});
