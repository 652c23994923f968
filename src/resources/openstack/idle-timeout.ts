/** A request was given up because its server sent too little for too long: the next one would end the same way. */
export class IdleTimeoutError extends Error {
  /** Returns whether an error is an idle timeout, or was caused by one. */
  static isCauseOf(error: unknown): boolean {
    for (let one = error; one instanceof Error; one = one.cause)
      if (one instanceof IdleTimeoutError) return true;
    return false;
  }
}

/** Calls back after some seconds with too little progress: a byte now and then is not enough. */
export class IdleTimer {
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #bytesSinceStart = 0;

  constructor(
    private readonly seconds: number,
    private readonly onTimeout: (reason: Error) => void,
    /** Bytes within that time that count as progress. */
    private readonly progressBytes: number,
  ) {
    this.#startTimer();
  }

  /** Records transferred bytes, and restarts the time if they are enough. */
  recordProgress(bytes: number): void {
    this.#bytesSinceStart += bytes;
    if (this.#bytesSinceStart >= this.progressBytes) this.#startTimer();
  }

  /** Restarts the time without progress, if the delay is not the server's. */
  restart(): void {
    this.#startTimer();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #startTimer(): void {
    clearTimeout(this.#timer);
    this.#bytesSinceStart = 0;
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => this.onTimeout(this.#createError()), this.seconds * 1000);
  }

  #createError(): Error {
    return new IdleTimeoutError(
      this.#bytesSinceStart === 0
        ? `no answer within ${this.seconds} seconds`
        : `only ${this.#bytesSinceStart} bytes within ${this.seconds} seconds`,
    );
  }
}
