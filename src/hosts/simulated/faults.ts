import { posix } from 'node:path';
import { systemError } from './tree.js';

/** What a fault affects: reading a path, or changing it. */
export type FaultKind = 'read' | 'change';

/** The operations that a simulated host refuses, and the error codes with which it does so. */
export class Faults {
  readonly #codes = new Map<string, string>();
  readonly #readOnly = new Set<string>();

  /** Refuses operations of this kind at this path from now on. */
  add(path: string, code: string, kind: FaultKind): void {
    this.#codes.set(`${kind} ${path}`, code);
  }

  /** Mounts a path and everything below it read-only. */
  addReadOnly(path: string): void {
    this.#readOnly.add(path);
  }

  /** Removes all faults. */
  clear(): void {
    this.#codes.clear();
    this.#readOnly.clear();
  }

  /** Throws if the operation must be refused. */
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
