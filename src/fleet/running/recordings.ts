import type { OpenRun } from '../../engine/open-run.js';

/** Gives other hosts access to the records of a host while its run is open. */
export class Recordings {
  #uses = 0;
  #isClosed = false;
  #settle: () => void = () => {};

  constructor(
    /** Returns why nothing can be recorded any more. */
    private readonly whyClosed: () => string,
    private readonly open: () => Promise<OpenRun>,
  ) {}

  /**
   * Begins to use the records; the run of the host lasts until `end` is called.
   * @throws {Error} if the run cannot be opened, or has ended.
   */
  async begin(): Promise<{ readonly run: OpenRun; end(): void }> {
    if (this.#isClosed) throw new Error(this.whyClosed());
    this.#uses++;
    let isActive = true;
    const end = () => {
      if (!isActive) return;
      isActive = false;
      this.#uses--;
      if (this.#uses === 0) this.#settle();
    };
    try {
      return { run: await this.open(), end };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** Refuses further uses, and waits until the present ones have ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#uses > 0) await new Promise<void>((resolve) => (this.#settle = resolve));
  }
}
