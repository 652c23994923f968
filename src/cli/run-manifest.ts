import { resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import type { Mode } from '../engine/report.js';
import { run } from '../engine/run.js';
import type { RunOptions as EngineOptions } from '../engine/run-options.js';
import { compileManifest } from './compile-manifest.js';
import { toExitStatus } from './exit-status.js';
import { listenForInterrupts } from './interrupts.js';
import type { Io } from './io.js';
import { onUncaughtError } from './on-uncaught-error.js';
import type { RunOptions } from './options.js';
import { reportFailure } from './report-failure.js';
import { createRunView } from './run-view.js';
import { withHost } from './with-host.js';

/** A manifest to plan or apply. */
export interface RunRequest {
  readonly path: string;
  readonly mode: Mode;
  readonly options: RunOptions;
  readonly io: Io;
}

/** Compiles a manifest, and plans or applies it on this host. */
export function runManifest(request: RunRequest): Promise<number> {
  const { io } = request;
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
    types: await loadPurgeableTypes(catalog),
    ...(ordering === undefined ? {} : { ordering }),
    ...(stateDirectory === undefined ? {} : { stateDirectory: resolve(io.directory, stateDirectory) }),
  };
}

/** Loads the types that `resources` can purge. They are all types, so they are loaded only if the catalog needs them. */
async function loadPurgeableTypes(catalog: Catalog): Promise<NonNullable<EngineOptions['types']>> {
  if (catalog.resources.every(({ type }) => type !== 'resources')) return new Map();
  const { vocabulary } = await import('../classes/vocabulary.js');
  return new Map([...vocabulary.types].map(([name, { definition }]) => [name, definition]));
}
