import { resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import { run } from '../engine/run.js';
import type { RunOptions as EngineOptions } from '../engine/run-options.js';
import { compileManifest } from './compile-manifest.js';
import { toExitStatus } from './exit-status.js';
import { fleetOptions } from './fleet/fleet-options.js';
import { namesHosts, refuseFleetOptions } from './fleet/host-options.js';
import { listenForInterrupts } from './interrupts.js';
import { onUncaughtError } from './on-uncaught-error.js';
import { loadPurgeableTypes } from './purgeable-types.js';
import { reportFailure } from './report-failure.js';
import type { RunRequest } from './run-request.js';
import { createRunView } from './run-view.js';
import { withHost } from './with-host.js';

/** Compiles a manifest, and plans or applies it on this host, or on those that the options name. */
export async function runManifest(request: RunRequest): Promise<number> {
  const { io, options } = request;
  if (namesHosts(options)) {
    const { runOnHosts } = await import('./fleet/run-on-hosts.js');
    return runOnHosts(request);
  }
  refuseFleetOptions(options, fleetOptions);
  return withHost(io, async (host) => {
    const catalog = await compileManifest({ ...request, host });
    const settings = await toEngineOptions(request, catalog);
    const view = createRunView(request.options, io);
    const interrupts = listenForInterrupts();
    const uncaught: unknown[] = [];
    const stopListening = onUncaughtError((error) => {
      uncaught.push(error);
      // The manifest or a type is faulty: work in progress is finished, and nothing new is started.
      interrupts.interrupt();
    });
    try {
      const report = await run(catalog, host, {
        ...settings,
        listener: view.handle,
        stop: interrupts.stop,
        abort: interrupts.abort,
        remarks: () => io.unwritten?.notes ?? [],
      });
      for (const error of uncaught) reportFailure(error, io);
      return toExitStatus(report, request.options['detailed-exitcodes'], uncaught.length > 0);
    } finally {
      stopListening();
      interrupts.dispose();
      await view.close();
    }
  });
}

async function toEngineOptions(
  { path, mode, options, io }: RunRequest,
  catalog: Catalog,
): Promise<EngineOptions> {
  const { ordering, 'state-dir': stateDirectory, 'run-name': name } = options;
  return {
    mode,
    // Links are not resolved: a new release behind the same link is the same manifest.
    name: name ?? resolve(io.directory, path),
    types: await loadPurgeableTypes([catalog]),
    ...(ordering === undefined ? {} : { ordering }),
    ...(stateDirectory === undefined ? {} : { stateDirectory: resolve(io.directory, stateDirectory) }),
  };
}
