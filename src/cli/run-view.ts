import type { RunEvent } from '../engine/events.js';
import { jsonLine, Progress, TerminalView } from '../views/index.js';
import { createStyle } from './create-style.js';
import type { Io } from './io.js';

/** Prints the events of a run. */
export interface RunView {
  handle(event: RunEvent): void;
  close(): Promise<void>;
}

/** Creates the view of a run: one JSON object per line for programs, or lines for people with a line of progress. */
export function createRunView({ json }: { readonly json: boolean }, io: Io): RunView {
  return json ? createJsonView(io) : createTerminalView(io);
}

function createJsonView({ stdout }: Io): RunView {
  return { handle: (event) => void stdout.write(jsonLine(event)), close: async () => {} };
}

function createTerminalView(io: Io): RunView {
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
