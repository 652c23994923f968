/** The ids that a run has looked up, by name. Ids never change; an object that does not exist may be created later. */
export class IdCache {
  readonly #known = new Map<string, Promise<string | undefined>>();

  /** Returns the id of an object, looked up once; undefined if it does not exist. */
  find(key: string, lookUp: () => Promise<string | undefined>): Promise<string | undefined> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const lookup = lookUp();
    this.#known.set(key, lookup);
    const discard = () => this.#known.delete(key);
    lookup.then((id) => id ?? discard(), discard);
    return lookup;
  }

  /** Called when an object was removed: a new one of the same name has another id. */
  clear(): void {
    this.#known.clear();
  }
}
