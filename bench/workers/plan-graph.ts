import { compile, engine, hosts, manifest, nativeType, property, provide, title, value } from 'glance-apply';

/** The number of resources in a fan. */
const FAN = 1000;

/** A type whose provider returns at once, so that only the engine is measured. */
class Cell extends nativeType(
  'cell',
  { name: title('The name of the cell.'), value: property(value.string, 'The content of the cell.') },
  { doc: 'A cell of the benchmark.' },
) {}

provide(Cell, {
  read: async (_session, cells) => new Map(cells.map((cell) => [cell.title, { value: 'before' }])),
  change: async () => {},
});

const [shape, count = '0'] = process.argv.slice(2);
const started = performance.now();
const catalog = await compile(
  manifest((site) => {
    for (let i = 0; i < Number(count); i++) {
      // A chain, in which each resource requires the one before it, or fans, in which each requires the first of its thousand.
      const before = shape === 'chain' ? i - 1 : i - (i % FAN);
      const require = before < 0 || before === i ? [] : Cell.ref(`cell ${before}`);
      new Cell(site, `cell ${i}`, { value: 'after', require });
    }
  }),
);
const report = await engine.run(catalog, new hosts.LocalHost(), { mode: 'plan' });
if (report.summary.will !== Number(count))
  throw new Error(`the plan is wrong: ${JSON.stringify(report.summary)}`);
process.stdout.write(String(performance.now() - started));
process.exit();
