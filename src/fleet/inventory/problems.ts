import { type Diagnostic, problem, warning } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { InvalidName } from './names/invalid-name.js';
import { UnsupportedValue } from './unsupported-value.js';

type Rest = Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'>;

/** How many problems are reported at once. */
const MAX_PROBLEMS = 50;

/** Collects the problems and warnings of all inventories, so that all are reported at once. */
export class Problems {
  readonly #problems: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];

  /** @throws {GlanceApplyError} if there are so many that more would not help. */
  add(code: Diagnostic['code'], message: string, rest: Rest = {}): void {
    // A line of an inventory may contain a password.
    this.#problems.push(problem(code, message, { confidential: true, ...rest }));
    if (this.#problems.length >= MAX_PROBLEMS) this.throwIfAny();
  }

  warn(code: Diagnostic['code'], message: string, rest: Rest = {}): void {
    this.warnings.push(warning(code, message, { confidential: true, ...rest }));
  }

  /** Runs work, and records an error about a name or value that it throws; undefined if it threw one. */
  catch<T>(location: SourceLocation, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (error instanceof InvalidName)
        this.add('inventory.host', error.message, { location, hint: error.hint });
      else if (error instanceof UnsupportedValue)
        this.add('inventory.value', error.message, { location, hint: error.hint });
      else throw error;
      return undefined;
    }
  }

  /** Runs work that throws its problems, and records them. */
  async collect(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!GlanceApplyError.is(error)) throw error;
      // Those that were recorded before are thrown again if there are too many.
      this.#problems.push(...error.diagnostics.filter((one) => !this.#problems.includes(one)));
    }
  }

  /** @throws {GlanceApplyError} with all problems. */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new GlanceApplyError(this.#problems);
  }
}
