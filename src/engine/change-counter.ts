/** Counts the changes of the host in this run, so that observations from before a change are recognized as stale. */
export class ChangeCounter {
  #changes = 0;

  get count(): number {
    return this.#changes;
  }

  /** Called before and after something on the host is changed. */
  increment(): void {
    this.#changes++;
  }
}
