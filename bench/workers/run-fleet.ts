/**
 * Compiles a fleet of simulated hosts and plans it. Prints the milliseconds, or the peak memory in bytes.
 * Arguments: the number of hosts, the number of resources of each, `time` or `memory`.
 */
import { provide } from '../../src/engine/provider.js';
import { compileFleet } from '../../src/fleet/compile-fleet.js';
import { fleet } from '../../src/fleet/fleet.js';
import { runFleet } from '../../src/fleet/run-fleet.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { nativeType, property, string, title } from '../../src/catalog/index.js';

class Thing extends nativeType(
  'thing',
  { name: title('A name.'), value: property(string, 'A value.') },
  { doc: 'A resource of the benchmark.' },
) {}

provide(Thing, {
  read: async (_host, things) => new Map(things.map(({ title: name }) => [name, { value: name }])),
  change: async () => {},
});

const [hosts = '1', resources = '1', what = 'time'] = process.argv.slice(2);
const names = Array.from({ length: Number(hosts) }, (_, number) => `host${number}`);
const inventory = new Map(
  names.map((name, number) => [name, { name, groups: number === 0 ? ['first'] : ['others'] }]),
);

const site = fleet((all) => {
  const first = all.group('first', (node) => void new Thing(node, 'schema', { value: 'schema' }));
  all.group('all', (node, { groups }) => {
    for (let number = 1; number < Number(resources); number++) {
      const name = `${number}`;
      if (number === 1 && groups.includes('others'))
        new Thing(node, name, { value: name, require: first.ref(Thing, 'schema') });
      else new Thing(node, name, number % 10 === 0 ? { value: name, require: Thing.ref(`${number - 1}`) } : { value: name });
    }
  });
});

const begin = performance.now();
const catalog = await compileFleet(site, { inventory: { hosts: inventory } });
const compiled = performance.now();
const access = new Map(names.map((name) => [name, async () => new SimulatedHost({ name })]));
const report = await runFleet(catalog, access, { mode: 'plan' });
const bad = report.hosts.find(({ outcome }) => outcome !== 'done');
if (bad !== undefined) throw new Error(`${bad.host}: ${bad.reason}`);
if (process.env.DETAIL) console.error(`compile ${compiled - begin}, plan ${performance.now() - compiled}, rss ${process.resourceUsage().maxRSS / 1024} MB, heap ${process.memoryUsage().heapUsed / 1e6}`);
console.log(what === 'memory' ? process.resourceUsage().maxRSS * 1024 : performance.now() - begin);
