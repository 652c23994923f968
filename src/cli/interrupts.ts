/** Signals that stop a run, sent by users and service managers. */
const signals = ['SIGINT', 'SIGTERM'] as const;

const terminalGone = 'the terminal was closed (SIGHUP)';

/** The state of the signals that stop a run. */
export interface Interrupts {
  /** Aborted by the first signal: work in progress is finished, and nothing new is started. */
  readonly stop: AbortSignal;
  /** Aborted by the second signal: running commands are terminated. */
  readonly abort: AbortSignal;
  /** Has the effect of a first signal. */
  interrupt(): void;
  /** Restores the default handling of signals. */
  dispose(): void;
}

/** Listens for signals during a run. */
export function listenForInterrupts(): Interrupts {
  const stop = new AbortController();
  const abort = new AbortController();
  const heard = () => (stop.signal.aborted ? abort : stop).abort();
  // SIGHUP is sent by both the kernel and the shell, so a second one does not mean that the user wants to abort.
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
