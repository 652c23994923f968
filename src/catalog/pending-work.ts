import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { SourceLocation } from '../errors/source-location.js';
import { Position } from './position.js';

/** How long work that was started and not awaited may take to end by itself, in milliseconds. */
const GRACE = 1000;

/** The interval between two checks whether it has ended, in milliseconds. */
const INTERVAL = 5;

/** Something that was started and has not ended: a promise, a timer, an open connection, a file that is being read. */
interface Pending {
  readonly type: string;
  readonly resource: object;
  readonly position: Position;
}

/** Unfinished work: a description, and where it was started. */
export interface Unfinished {
  readonly what: string;
  readonly location: SourceLocation | undefined;
}

/**
 * Records the asynchronous work that some code starts and does not finish. Everything that the code causes counts, and
 * nothing else that the process does. Tracking costs time, so `stop` must be called.
 */
export class PendingWork {
  readonly #context = new AsyncLocalStorage<true>();
  readonly #pending = new Map<number, Pending>();
  readonly #note = (id: number, type: string, _trigger: number, resource: object): void => {
    // An object that keeps work alive does so only after it has been opened or given something to do.
    const counts = hasReference(resource) || type === 'ZLIB' || kindOf(type, resource) !== undefined;
    if (this.#context.getStore() !== true || !counts) return;
    this.#pending.set(id, { type, resource, position: new Position(this.#note) });
  };
  readonly #hook = createHook({
    init: this.#note,
    promiseResolve: (id) => this.#pending.delete(id),
    // A request has ended when its callback has run, even if its object lives on.
    after: (id) => {
      const pending = this.#pending.get(id);
      if (pending !== undefined && kindOf(pending.type, pending.resource) === 'request')
        this.#pending.delete(id);
    },
    destroy: (id) => this.#pending.delete(id),
  });

  /** Runs code and records the work that it starts. */
  watch<T>(code: () => T): T {
    this.#hook.enable();
    return this.#context.run(true, code);
  }

  /**
   * Waits until all the work has ended, for one second at most.
   * @param enough Called repeatedly; the wait ends when it returns true.
   * @returns the oldest work that is still unfinished.
   */
  async waitForEnd(enough: () => boolean): Promise<Unfinished | undefined> {
    const deadline = performance.now() + GRACE;
    // Continuations and unhandled rejections run before the next iteration of the event loop.
    await setImmediate();
    let unfinished = this.#unfinished();
    while (unfinished !== undefined && !enough() && performance.now() < deadline) {
      await setTimeout(INTERVAL);
      unfinished = this.#unfinished();
    }
    return unfinished;
  }

  stop(): void {
    this.#hook.disable();
    this.#context.disable();
    this.#pending.clear();
  }

  #unfinished(): Unfinished | undefined {
    for (const { type, resource, position } of this.#pending.values()) {
      const kind = kindOf(type, resource);
      if (kind === 'promise' ? !startedByUser(position) : kind === undefined) continue;
      return { what: names[type] ?? `work of the kind ${type}`, location: position.location };
    }
    return undefined;
  }
}

const names: Readonly<Record<string, string>> = {
  PROMISE: 'a promise',
  Timeout: 'a timer',
  Immediate: 'a timer',
  PROCESSWRAP: 'a command',
  TCPWRAP: 'a connection',
  PIPEWRAP: 'a connection',
  TCPSERVERWRAP: 'a server',
  PIPESERVERWRAP: 'a server',
  MESSAGEPORT: 'a message port',
  WORKER: 'a worker',
  ZLIB: 'compression',
  FSREQPROMISE: 'work on a file',
  FSREQCALLBACK: 'work on a file',
};

/** Work with a single result: of the file system, of name servers, of cryptography. */
const REQUESTS = /REQ|^(?:QUERYWRAP|UDPSENDWRAP)$/;

/**
 * Returns the kind of object that keeps work alive, based on Node's type names; undefined for objects that are not work
 * of their own.
 */
function kindOf(type: string, resource: object): 'promise' | 'handle' | 'request' | undefined {
  if (type === 'PROMISE') return 'promise';
  // The object holds its input buffer only while it is working.
  if (type === 'ZLIB') return 'buffer' in resource && resource.buffer ? 'handle' : undefined;
  if (hasReference(resource)) return resource.hasRef() === true ? 'handle' : undefined;
  return REQUESTS.test(type) && !type.startsWith('HTTP') ? 'request' : undefined;
}

function hasReference(resource: object): resource is { hasRef(): boolean | undefined } {
  return 'hasRef' in resource && typeof resource.hasRef === 'function';
}

/** Ignores what Node and packages keep pending internally, and the promise of a stream for its end. */
function startedByUser({ stack = '' }: Position): boolean {
  const innermost = stack
    .split('\n')
    .find((line) => /:\d+:\d+\)?$/.test(line) && !line.includes('node:internal/async_hooks'));
  return innermost !== undefined && !/[( ]node:|\/node_modules\//.test(innermost);
}
