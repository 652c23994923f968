/** Signals that ask a run to end, sent by people and service managers. */
const signals = ['SIGINT', 'SIGTERM'] as const;

const terminalGone = 'the terminal has gone away (SIGHUP)';

/** What became of signals. */
export interface Interrupts {
  /** Aborted by the first: what is in flight is finished. */
  readonly stop: AbortSignal;
  /** Aborted by the second: commands are ended. */
  readonly abort: AbortSignal;
  /** Does what a first signal does. */
  interrupt(): void;
  /** Leaves signals to themselves again. */
  dispose(): void;
}

/** Listens for signals while a run goes on. */
export function listenForInterrupts(): Interrupts {
  const stop = new AbortController();
  const abort = new AbortController();
  const heard = () => (stop.signal.aborted ? abort : stop).abort();
  // It comes from the kernel and from the shell: twice is not more urgent than once, and nobody has asked to be quick.
  const hungUp = () => stop.abort(new Error(terminalGone));
  for (const signal of signals) process.on(signal, heard);
  process.on('SIGHUP', hungUp);
  return {
    stop: stop.signal,
    abort: abort.signal,
    interrupt: () => stop.abort(),
    dispose: () => {
      for (const signal of signals) process.off(signal, heard);
      process.off('SIGHUP', hungUp);
    },
  };
}
