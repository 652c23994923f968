/** A server was given up because it said too little for too long: it would do so again. */
export class Silence extends Error {
  /** Whether an error, or one that it was caused by, is a silence. */
  static isBehind(error: unknown): boolean {
    for (let one = error; one instanceof Error; one = one.cause) if (one instanceof Silence) return true;
    return false;
  }
}

/** Gives up where there is too little progress for some seconds: a byte now and then is none. */
export class Patience {
  #timer: NodeJS.Timeout | undefined;
  #ended = false;
  #since = 0;

  constructor(
    private readonly seconds: number,
    private readonly giveUp: (reason: Error) => void,
    /** Bytes that count as progress. */
    private readonly progress: number,
  ) {
    this.#begin();
  }

  /** So many bytes have passed: the time begins anew where they are enough. */
  sign(bytes: number): void {
    this.#since += bytes;
    if (this.#since >= this.progress) this.#begin();
  }

  /** The time begins anew: it is not the other side that is waited for. */
  again(): void {
    this.#begin();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#since = 0;
    if (this.#ended) return;
    this.#timer = setTimeout(() => this.giveUp(this.#reason()), this.seconds * 1000);
  }

  #reason(): Error {
    return new Silence(
      this.#since === 0
        ? `no answer within ${this.seconds} seconds`
        : `only ${this.#since} bytes within ${this.seconds} seconds`,
    );
  }
}
