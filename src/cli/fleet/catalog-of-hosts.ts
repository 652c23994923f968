import type { Catalog } from '../../catalog/catalog.js';
import { toPuppetCatalog } from '../../catalog/puppet-format/index.js';
import { raise } from '../../errors/glance-apply-error.js';
import { toFleetJson } from '../../fleet/fleet-json.js';
import { printableJson } from '../../views/index.js';
import { exitStatus } from '../exit-status.js';
import type { Io } from '../io.js';
import type { OptionValues } from '../option-spec.js';
import type { compileOptions } from '../options.js';
import { reportFailure } from '../report-failure.js';
import { reportWarnings } from '../report-warnings.js';
import { askBecomePassword, questionsAtTerminal } from './ask.js';
import { compileOnHosts } from './compile-on-hosts.js';
import { Connections } from './connections.js';
import type { HostOptions } from './host-options.js';
import { openTargets } from './open-targets.js';

/** A manifest whose catalogs are printed. */
interface CatalogRequest {
  readonly path: string;
  readonly format: 'json' | 'dot' | 'html' | undefined;
  readonly showSecrets: boolean;
  readonly options: HostOptions & OptionValues<typeof compileOptions>;
  readonly io: Io;
  /** Renders the catalog of one host as a graph or a page. */
  render(catalog: Catalog, format: 'dot' | 'html'): string;
}

/** Prints the catalogs of hosts: of one host as of this one, of several as JSON with the relations between them. */
export async function catalogOfHosts(request: CatalogRequest): Promise<number> {
  const { path, format = 'json', showSecrets, options, io, render } = request;
  const targets = await openTargets(options, io, path);
  reportWarnings(targets.warnings, io);
  const connections = new Connections(targets.inventory.hosts, {
    options,
    io,
    ask: questionsAtTerminal(() => {}),
    becomePassword: askBecomePassword(options, () => {}),
    signal: new AbortController().signal,
    warn: (_host, diagnostic) => reportWarnings([diagnostic], io),
  });
  try {
    const fleet = await compileOnHosts({ path, options, io }, targets, (name) => connections.open(name));
    for (const { warnings } of fleet.catalogs.values()) reportWarnings(warnings, io);
    for (const failure of fleet.failures.values()) reportFailure(failure, io);
    const [only, ...others] = fleet.catalogs.values();
    if (format !== 'json' && others.length > 0) {
      raise('usage.option', `--format ${format} shows one host, and there are ${fleet.catalogs.size}`, {
        hint: 'select one with --limit, or use --format json',
      });
    }
    if (only === undefined) return exitStatus.unable;
    if (format !== 'json') io.stdout.write(render(only, format));
    else if (targets.inventory.hosts.size === 1)
      io.stdout.write(`${printableJson(toPuppetCatalog(only, { showSecrets }), 2)}\n`);
    else io.stdout.write(`${printableJson(toFleetJson(fleet, { showSecrets }), 2)}\n`);
    return fleet.failures.size === 0 ? exitStatus.ok : exitStatus.failed;
  } finally {
    await connections.close();
  }
}
