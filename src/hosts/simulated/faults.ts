import { posix } from 'node:path';
import { systemError } from './tree.js';

/** What a fault hits: looking at a path, or changing what is there. */
export type FaultKind = 'read' | 'change';

/** What a simulated host refuses, and with which of the system's codes. */
export class Faults {
  readonly #codes = new Map<string, string>();
  readonly #readOnly = new Set<string>();

  /** From now on, this is refused at this path. */
  add(path: string, code: string, kind: FaultKind): void {
    this.#codes.set(`${kind} ${path}`, code);
  }

  /** Mounts a path and all below it read-only. */
  addReadOnly(path: string): void {
    this.#readOnly.add(path);
  }

  /** Removes all faults. */
  clear(): void {
    this.#codes.clear();
    this.#readOnly.clear();
  }

  /** Throws where it is to be refused. */
  check(path: string, kind: FaultKind): void {
    const code = this.#codes.get(`${kind} ${path}`);
    if (code !== undefined) throw systemError(code);
    if (kind === 'read' || this.#readOnly.size === 0) return;
    for (let above = path; ; above = posix.dirname(above)) {
      if (this.#readOnly.has(above)) throw systemError('EROFS');
      if (above === '/' || above === '.') return;
    }
  }
}
