import { resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.js';
import type { RunEvent } from '../engine/events.js';
import type { Ordering } from '../engine/graph/ordering.js';
import type { Mode } from '../engine/report.js';
import { type RunOptions, run } from '../engine/run.js';
import { LocalHost } from '../hosts/local/local-host.js';
import { jsonLine, Progress, TerminalView } from '../views/index.js';
import { type Call, textOption } from './command.js';
import { compileManifest } from './compile-manifest.js';
import { createStyle } from './create-style.js';
import { toExitStatus } from './exit-status.js';
import { listenForInterrupts } from './interrupts.js';
import type { Io } from './io.js';
import { onUncaughtError } from './on-uncaught-error.js';
import { reportFailure } from './report-failure.js';

/** Compiles a manifest, and plans or applies it on this host. */
export async function runManifest(call: Call, mode: Mode): Promise<number> {
  const host = new LocalHost({ lockFile: call.io.lockFile });
  try {
    const catalog = await compileManifest(call, host);
    const types = await loadPurgeableTypes(catalog);
    const stateDirectory = textOption(call, 'state-dir');
    // Links are not resolved: a new release behind the same link is the same manifest.
    const name = textOption(call, 'run-name') ?? resolve(call.io.directory, call.args[0] ?? '');
    const view = call.options.json === true ? createJsonView(call.io) : createTerminalView(call.io);
    const interrupts = listenForInterrupts();
    const uncaught: unknown[] = [];
    const stopHearing = onUncaughtError((error) => {
      uncaught.push(error);
      // The manifest or a type is faulty: work in progress is finished, and nothing new is started.
      interrupts.interrupt();
    });
    try {
      const report = await run(catalog, host, {
        mode,
        name,
        types,
        ...(call.options.ordering === undefined ? {} : { ordering: call.options.ordering as Ordering }),
        listener: view.handle,
        stop: interrupts.stop,
        abort: interrupts.abort,
        remarks: () => call.io.unwritten?.notes ?? [],
        ...(stateDirectory === undefined
          ? {}
          : { stateDirectory: resolve(call.io.directory, stateDirectory) }),
      });
      for (const error of uncaught) reportFailure(error, call.io);
      return toExitStatus(report, call.options['detailed-exitcodes'] === true, uncaught.length > 0);
    } finally {
      stopHearing();
      interrupts.dispose();
      await view.close();
    }
  } finally {
    await host.close();
  }
}

/** Loads the types that `resources` can purge. They are all types, so they are loaded only if the catalog needs them. */
async function loadPurgeableTypes(catalog: Catalog): Promise<NonNullable<RunOptions['types']>> {
  if (catalog.resources.every(({ type }) => type !== 'resources')) return new Map();
  const { vocabulary } = await import('../classes/vocabulary.js');
  return new Map([...vocabulary.types].map(([name, { definition }]) => [name, definition]));
}

interface View {
  handle(event: RunEvent): void;
  close(): Promise<void>;
}

function createJsonView({ stdout }: Io): View {
  return { handle: (event) => void stdout.write(jsonLine(event)), close: async () => {} };
}

function createTerminalView(io: Io): View {
  const progress = new Progress(io.stderr, createStyle(io.stderr, io).paint);
  const writeTo = (stream: Io['stdout']) => (line: string) => {
    // The progress line may be on the same terminal.
    progress.clear();
    stream.write(`${line}\n`);
  };
  const output = { result: writeTo(io.stdout), note: writeTo(io.stderr) };
  const view = new TerminalView(output, createStyle(io.stdout, io));
  return {
    handle: (event) => {
      progress.handle(event);
      view.handle(event);
    },
    close: async () => {
      await view.flush();
      progress.end();
    },
  };
}
