import { fleet, fleets, type hosts, nativeType, property, provide, title, value } from 'glance-apply';
import { SimulatedHost } from 'glance-apply/testing';

/** A type whose provider returns at once, so that only the fleet is measured. */
class Cell extends nativeType(
  'cell',
  { name: title('The name of the cell.'), value: property(value.string, 'The content of the cell.') },
  { doc: 'A cell of the benchmark.' },
) {}

provide(Cell, {
  read: async (_session, cells) => new Map(cells.map((cell) => [cell.title, { value: cell.title }])),
  change: async () => {},
});

const [hostCount = '0', count = '0', measured] = process.argv.slice(2);
const names = Array.from({ length: Number(hostCount) }, (_, number) => `host${number}`);
const inventory = { hosts: new Map(names.map((name) => [name, { name, groups: [] }])) };

/** Every host waits for a resource of the first one, and every tenth resource for the one before it. */
const site = fleet((all) => {
  const [first = ''] = names;
  const schema = all.host(first, (node) => void new Cell(node, 'schema', { value: 'schema' }));
  all.group('all', (node, { name }) => {
    for (let i = 1; i < Number(count); i++) {
      const local = i % 10 === 0 ? Cell.ref(`${i - 1}`) : [];
      const require = i === 1 && name !== first ? schema.ref(Cell, 'schema') : local;
      new Cell(node, `${i}`, { value: `${i}`, require });
    }
  });
});

const started = performance.now();
const catalog = await fleets.compileFleet(site, { inventory });
const connect = new Map(
  names.map((name) => [name, async (): Promise<hosts.Host> => new SimulatedHost({ name })]),
);
const report = await fleets.runFleet(catalog, connect, { mode: 'plan' });
const incomplete = report.hosts.find(({ outcome }) => outcome !== 'done');
if (incomplete !== undefined)
  throw new Error(`the plan is wrong: ${incomplete.host} is ${incomplete.outcome}`);
const kibibytes = process.resourceUsage().maxRSS;
process.stdout.write(measured === 'memory' ? String(kibibytes / 1024) : String(performance.now() - started));
process.exit();
