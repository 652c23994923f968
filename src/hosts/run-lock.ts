/**
 * The lock of a run on its host. It lasts as long as anything of the run does: a run that was killed still holds its host
 * while commands that it has started are running.
 */
export interface RunLock {
  /** Aborted where the lock is lost while it is held; the reason is an `Error` that says how. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** The run that holds the host, in words that complete "another run is in progress: …". */
export interface LockConflict {
  readonly heldBy: string;
}
