import { basename, isAbsolute } from 'node:path';
import type { CompileOptions } from '../../catalog/compilation.js';
import { GlanceApplyError, raise } from '../../errors/glance-apply-error.js';
import { compileFleet } from '../../fleet/compile-fleet.js';
import type { FleetCatalog } from '../../fleet/fleet-catalog.js';
import { runFleet } from '../../fleet/run-fleet.js';
import { Unreachable } from '../../fleet/unreachable.js';
import type { Host } from '../../hosts/host.js';
import { loadFleet } from '../../manifest/index.js';
import { detectStalledManifest } from '../detect-stalled-manifest.js';
import { listenForInterrupts } from '../interrupts.js';
import { openData } from '../open-data.js';
import type { RunOptions } from '../options.js';
import { isError, promoteWarnings } from '../promote-warnings.js';
import { loadPurgeableTypes } from '../purgeable-types.js';
import { reportWarnings } from '../report-warnings.js';
import type { RunRequest } from '../run-request.js';
import { refuseUntrustedData, toTrust } from '../trust.js';
import { startWatchdog } from '../watchdog.js';
import { askBecomePassword, questionsAtTerminal } from './ask.js';
import { Connections } from './connections.js';
import { toFleetExitStatus } from './fleet-exit-status.js';
import { createFleetView } from './fleet-run-view.js';
import { openTargets, type Targets } from './open-targets.js';
import { withInventoryFact } from './with-inventory-fact.js';

/** Compiles a manifest for several hosts, and plans or applies it on them. */
export async function runOnHosts(request: RunRequest): Promise<number> {
  const { path, mode, options, io } = request;
  refuseOptionsOfOneHost(options);
  const targets = await openTargets(options, io, path);
  reportWarnings(targets.warnings, io);
  const view = createFleetView(options, io);
  const interrupts = listenForInterrupts();
  const connections = new Connections(targets.inventory.hosts, {
    options,
    io,
    ask: questionsAtTerminal(view.clear),
    becomePassword: askBecomePassword(options, view.clear),
    signal: interrupts.stop,
    warn: view.warn,
  });
  try {
    const catalog = await compileOnHosts(request, targets, (name) => connections.open(name));
    const report = await runFleet(catalog, accesses(targets, connections), {
      mode,
      // The path of a manifest differs between the machines of the people who apply it.
      name: options['run-name'] ?? basename(path),
      types: await loadPurgeableTypes([...catalog.catalogs.values()]),
      ...(options.ordering === undefined ? {} : { ordering: options.ordering }),
      ...(options['state-dir'] === undefined ? {} : { stateDirectory: options['state-dir'] }),
      ...(targets.limit === undefined ? {} : { limit: targets.limit }),
      ...(options.serial === undefined ? {} : { serial: options.serial }),
      ...(options['max-failures'] === undefined ? {} : { maxFailures: options['max-failures'] }),
      forks: options.forks,
      listener: view.handle,
      stop: interrupts.stop,
      abort: interrupts.abort,
    });
    return toFleetExitStatus(report, options['detailed-exitcodes']);
  } finally {
    interrupts.dispose();
    await connections.close();
    await view.close();
  }
}

function refuseOptionsOfOneHost(options: RunOptions): void {
  if (options.facts !== undefined)
    raise('usage.option', '--facts is for one host, and each of several hosts has facts of its own', {
      hint: 'leave it out: the facts are read from each host',
    });
  const { 'state-dir': directory } = options;
  if (directory !== undefined && !isAbsolute(directory))
    raise('usage.option', `--state-dir ${directory} is a path on each host, and must be absolute`);
}

function accesses({ inventory }: Targets, connections: Connections) {
  return new Map([...inventory.hosts.keys()].map((name) => [name, () => connections.open(name)] as const));
}

async function compileOnHosts(
  { path, options, io }: RunRequest,
  { inventory, limit }: Targets,
  open: (name: string) => Promise<Host>,
): Promise<FleetCatalog> {
  const trust = toTrust(options);
  const watchdog = startWatchdog({ path, seconds: options['time-limit'], io });
  try {
    const { source, parameters } = await detectStalledManifest(path, () => loadFleet(path, { trust }));
    // Connecting may take longer than compiling ever may.
    watchdog.stop();
    const catalog = await compileFleet(source, {
      inventory,
      async optionsOf(target): Promise<CompileOptions | undefined> {
        if (limit !== undefined && !limit.has(target.name)) return undefined;
        const facts = withInventoryFact(await readFacts(target.name, open), target);
        const data = await openData(options, facts, io);
        if (data !== undefined) await refuseUntrustedData(data.files(), trust);
        return {
          facts,
          parameters,
          ...(options.release === undefined ? {} : { release: options.release }),
          ...(data === undefined ? {} : { data }),
        };
      },
    });
    const warnings = [...catalog.warnings, ...[...catalog.catalogs.values()].flatMap((one) => one.warnings)];
    const errors = promoteWarnings(warnings, options).filter(isError);
    if (errors.length > 0) throw new GlanceApplyError(errors);
    reportWarnings(catalog.warnings, io);
    return catalog;
  } finally {
    watchdog.stop();
  }
}

async function readFacts(name: string, open: (name: string) => Promise<Host>) {
  try {
    return await (await open(name)).facts();
  } catch (cause) {
    throw new Unreachable(cause);
  }
}
