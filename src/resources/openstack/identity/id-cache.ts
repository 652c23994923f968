/** Ids by name, as far as a run has learnt them. Ids never change; what was not there may be made any time. */
export class IdCache {
  readonly #known = new Map<string, Promise<string | undefined>>();

  /** The id of something, asked for once; undefined where it is not there. */
  find(key: string, look: () => Promise<string | undefined>): Promise<string | undefined> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const looking = look();
    this.#known.set(key, looking);
    const clear = () => this.#known.delete(key);
    looking.then((id) => id ?? clear(), clear);
    return looking;
  }

  /** Something was removed: one of the same name would have another id. */
  forget(): void {
    this.#known.clear();
  }
}
