/**
 * A run's hold on its host. It lasts as long as anything of the run does: a run that was killed still holds its host
 * with the commands that it left behind in the middle of their work.
 */
export interface RunLock {
  /** Aborted where the lock is lost while it is held; the reason is an `Error` that says how. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Who else holds the host, in words that complete "another run is in progress: …". */
export interface LockConflict {
  readonly heldBy: string;
}
