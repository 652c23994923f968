import { basename, isAbsolute } from 'node:path';
import { raise } from '../../errors/glance-apply-error.js';
import { runFleet } from '../../fleet/run-fleet.js';
import { listenForInterrupts } from '../interrupts.js';
import { onUncaughtError } from '../on-uncaught-error.js';
import type { RunOptions } from '../options.js';
import { loadPurgeableTypes } from '../purgeable-types.js';
import { reportFailure } from '../report-failure.js';
import { reportWarnings } from '../report-warnings.js';
import type { RunRequest } from '../run-request.js';
import { askBecomePassword, questionsAtTerminal } from './ask.js';
import { compileOnHosts } from './compile-on-hosts.js';
import { Connections } from './connections.js';
import { toFleetExitStatus } from './fleet-exit-status.js';
import { createFleetView } from './fleet-run-view.js';
import { openTargets, type Targets } from './open-targets.js';

/** Compiles a manifest for several hosts, and plans or applies it on them. */
export async function runOnHosts(request: RunRequest): Promise<number> {
  const { path, mode, options, io } = request;
  refuseRelativeStateDirectory(options);
  const targets = await openTargets(options, io, path);
  reportWarnings(targets.warnings, io);
  const view = createFleetView(options, io);
  const interrupts = listenForInterrupts();
  const uncaught: unknown[] = [];
  const stopListening = onUncaughtError((error) => {
    uncaught.push(error);
    // The manifest or a type is faulty: work in progress is finished, and nothing new is started.
    interrupts.interrupt();
  });
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
    for (const error of uncaught) reportFailure(error, io);
    return toFleetExitStatus(report, options['detailed-exitcodes'], uncaught.length > 0);
  } finally {
    stopListening();
    interrupts.dispose();
    await connections.close();
    await view.close();
  }
}

function refuseRelativeStateDirectory(options: RunOptions): void {
  const { 'state-dir': directory } = options;
  if (directory !== undefined && !isAbsolute(directory))
    raise('usage.option', `--state-dir ${directory} is a path on each host, and must be absolute`);
}

function accesses({ inventory }: Targets, connections: Connections) {
  return new Map([...inventory.hosts.keys()].map((name) => [name, () => connections.open(name)] as const));
}
