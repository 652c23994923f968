import { raise } from '../../errors/glance-apply-error.js';

/** The longest chain of values that refer to one another: each link uses a part of the stack. */
const MAX_DEPTH = 200;

/** The names that are being evaluated, each within the previous one. */
export class ReferenceChain {
  readonly #open: string[] = [];

  /**
   * Evaluates a name.
   * @throws {GlanceApplyError} if it is already being evaluated, or the chain is too long.
   */
  enter<T>(name: string, work: () => T): T {
    if (this.#open.includes(name)) {
      const cycle = [...this.#open.slice(this.#open.indexOf(name)), name];
      return raise('data.loop', `it refers to itself: ${cycle.join(' → ')}`, {
        hint: 'give one of them a value that does not refer to the others',
      });
    }
    if (this.#open.length >= MAX_DEPTH) {
      return raise(
        'data.depth',
        `its references to other values are nested deeper than ${MAX_DEPTH} levels`,
        {
          hint: `the first of these values is '${this.#open[0]}'`,
        },
      );
    }
    const { length } = this.#open;
    this.#open.push(name);
    try {
      return work();
    } finally {
      // Not by a call, for which the stack may have no room left.
      this.#open.length = length;
    }
  }
}
