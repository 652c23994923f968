/** Gives up when there is no sign of life for some seconds. */
export class Patience {
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    private readonly seconds: number,
    private readonly giveUp: (reason: Error) => void,
  ) {
    this.sign();
  }

  /** Something happened: the time begins anew. */
  sign(): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    const reason = new Error(`no answer within ${this.seconds} seconds`);
    this.#timer = setTimeout(() => this.giveUp(reason), this.seconds * 1000);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }
}
