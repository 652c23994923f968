/** A server was given up because it said too little for too long: it would do so again. */
export class IdleTimeoutError extends Error {
  /** Whether an error, or one that it was caused by, is a silence. */
  static isCauseOf(error: unknown): boolean {
    for (let one = error; one instanceof Error; one = one.cause)
      if (one instanceof IdleTimeoutError) return true;
    return false;
  }
}

/** Gives up where there is too little progress for some seconds: a byte now and then is none. */
export class IdleTimer {
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  #bytesSinceStart = 0;

  constructor(
    private readonly seconds: number,
    private readonly giveUp: (reason: Error) => void,
    /** Bytes that count as progress. */
    private readonly progress: number,
  ) {
    this.#startTimer();
  }

  /** So many bytes have passed: the time begins anew where they are enough. */
  recordProgress(bytes: number): void {
    this.#bytesSinceStart += bytes;
    if (this.#bytesSinceStart >= this.progress) this.#startTimer();
  }

  /** The time begins anew: it is not the other side that is waited for. */
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
    this.#timer = setTimeout(() => this.giveUp(this.#createError()), this.seconds * 1000);
  }

  #createError(): Error {
    return new IdleTimeoutError(
      this.#bytesSinceStart === 0
        ? `no answer within ${this.seconds} seconds`
        : `only ${this.#bytesSinceStart} bytes within ${this.seconds} seconds`,
    );
  }
}
