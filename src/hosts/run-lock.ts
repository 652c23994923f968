/**
 * The lock of a run on its host. It lasts as long as any part of the run: a run that was killed holds its host until
 * the commands that it has started have ended.
 */
export interface RunLock {
  /** Aborted if the lock is lost while it is held; the reason is an `Error` that describes how. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** The run that holds the host, in words that complete "another run is in progress: …". */
export interface LockConflict {
  readonly heldBy: string;
}
