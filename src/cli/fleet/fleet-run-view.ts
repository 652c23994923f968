import type { Diagnostic } from '../../errors/diagnostic.js';
import type { FleetEvent } from '../../fleet/fleet-report.js';
import { FleetProgress, FleetView, jsonLine, printableLine, renderDiagnostic } from '../../views/index.js';
import { createStyle } from '../create-style.js';
import type { Io } from '../io.js';

/** Prints the events of a run on several hosts. */
export interface FleetRunView {
  handle(event: FleetEvent): void;
  /** Prints a warning about a host outside of its run. */
  warn(host: string, diagnostic: Diagnostic): void;
  /** Removes the lines of progress from the terminal. */
  clear(): void;
  close(): Promise<void>;
}

/** Creates the view of a run: one JSON object per line for programs, or lines for people with lines of progress. */
export function createFleetView({ json }: { readonly json: boolean }, io: Io): FleetRunView {
  const style = createStyle(io.stderr, io);
  const progress = json ? undefined : new FleetProgress(io.stderr, style.paint);
  const clear = () => progress?.clear();
  const writeTo = (stream: Io['stdout']) => (line: string) => {
    // The lines of progress may be on the same terminal.
    clear();
    stream.write(`${line}\n`);
  };
  const output = { result: writeTo(io.stdout), note: writeTo(io.stderr) };
  const view = json ? undefined : new FleetView(output, createStyle(io.stdout, io));
  return {
    handle(event) {
      progress?.handle(event);
      if (view === undefined) io.stdout.write(jsonLine(event));
      else view.handle(event);
    },
    warn: (host, diagnostic) => output.note(`${printableLine(host)}: ${renderDiagnostic(diagnostic, style)}`),
    clear,
    async close() {
      clear();
      await view?.close();
      progress?.end();
    },
  };
}
