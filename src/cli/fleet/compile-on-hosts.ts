import type { CompileOptions as HostOptions } from '../../catalog/compilation.js';
import { GlanceApplyError, raise } from '../../errors/glance-apply-error.js';
import { compileFleet } from '../../fleet/compile-fleet.js';
import type { FleetCatalog } from '../../fleet/fleet-catalog.js';
import { Unreachable } from '../../fleet/unreachable.js';
import type { Host } from '../../hosts/host.js';
import { loadFleet } from '../../manifest/index.js';
import { detectStalledManifest } from '../detect-stalled-manifest.js';
import type { Io } from '../io.js';
import { openData } from '../open-data.js';
import type { CompileOptions } from '../options.js';
import { isError, promoteWarnings } from '../promote-warnings.js';
import { reportWarnings } from '../report-warnings.js';
import { refuseUntrustedData, toTrust } from '../trust.js';
import { startWatchdog } from '../watchdog.js';
import type { Targets } from './open-targets.js';
import { withInventoryFact } from './with-inventory-fact.js';

/** A manifest to compile for several hosts. */
interface CompileOnHostsRequest {
  readonly path: string;
  readonly options: CompileOptions;
  readonly io: Io;
}

/**
 * Compiles a manifest for the hosts of a command, each with its own facts and data.
 * @param open Connects to a host, whose facts are read.
 * @throws {GlanceApplyError} with every error that concerns all hosts, and with every warning if `--strict` is given.
 */
export async function compileOnHosts(
  { path, options, io }: CompileOnHostsRequest,
  { inventory, limit }: Targets,
  open: (name: string) => Promise<Host>,
): Promise<FleetCatalog> {
  if (options.facts !== undefined)
    raise('usage.option', '--facts is for one host, and each of several hosts has facts of its own', {
      hint: 'leave it out: the facts are read from each host',
    });
  const trust = toTrust(options);
  const watchdog = startWatchdog({ path, seconds: options['time-limit'], io });
  try {
    const { source, parameters } = await detectStalledManifest(path, () => loadFleet(path, { trust }));
    // Connecting may take longer than compiling ever may.
    watchdog.stop();
    const catalog = await compileFleet(source, {
      inventory,
      async optionsOf(target): Promise<HostOptions | undefined> {
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
