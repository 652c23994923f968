import { compile, manifest } from '../../src/catalog/index.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import { type Provider, type State, Unreadable } from '../../src/engine/provider.js';
import { run } from '../../src/engine/run.js';
import type { Session } from '../../src/engine/session.js';
import { markOutcomeUnknown } from '../../src/errors/outcome-unknown.js';
import type { Host } from '../../src/hosts/host.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Batched, Thing } from './world.js';

/** What befalls the change of a thing, or its refresh, in one run. */
export const mishaps = [
  'fails before the change',
  'fails halfway',
  'fails after the change',
  'fails after the change, and cannot be read afterwards',
  'fails before the change, and cannot be read afterwards',
  'times out, and happens after the run',
  'times out and happens after the run, and the next try fails at once',
  'gets a server error, and happens after the run',
  'ends while the run is being interrupted',
  'is ended by the second interrupt, and happens after the run',
  'is ended by the second interrupt after the change',
  'is killed with the run before the change',
  'is killed with the run after the change',
  'has a refresh that fails',
  'has a refresh that is killed with the run',
] as const;

export type Mishap = (typeof mishaps)[number];

/** One thing of a manifest, and what is there of it before the first run. */
export interface Plan {
  readonly batched: boolean;
  readonly tries: 1 | 2;
  readonly there: undefined | '0' | '1';
  /** Which of the things before it, by their position. */
  readonly subscribes: readonly number[];
}

/** A host of things on which everything goes wrong that can, and the time at which each was changed and refreshed. */
export class UnluckyWorld {
  readonly changed = new Map<string, number>();
  readonly refreshed = new Map<string, number>();
  readonly #states = new Map<string, State>();
  #host = new SimulatedHost();
  #clock = 0;
  #mishaps: ReadonlyMap<string, Mishap> = new Map();
  readonly #attempts = new Map<string, number>();
  readonly #blind = new Set<string>();
  readonly #late = new Set<string>();
  #stop = new AbortController();
  #abort = new AbortController();
  #kill: () => void = () => {};
  /** The life of the run that goes on now: what an earlier one still asks for stays unanswered. */
  #life = { ended: false };

  constructor(private readonly things: readonly Plan[]) {
    things.forEach(({ there }, at) => {
      if (there !== undefined) this.#states.set(`t${at}`, { ensure: 'present', value: there });
    });
  }

  /** Whether everything is in sync. */
  get settled(): boolean {
    return this.things.every((_, at) => this.#states.get(`t${at}`)?.value === '1');
  }

  /**
   * Applies the manifest, with what befalls whom.
   * @param operations After so many operations on the state directory the run is killed.
   */
  async apply(befalling: ReadonlyMap<string, Mishap> = new Map(), operations = Infinity): Promise<void> {
    this.#mishaps = befalling;
    this.#attempts.clear();
    this.#stop = new AbortController();
    this.#abort = new AbortController();
    const life = { ended: false };
    this.#life = life;
    const death = new Promise<void>((resolve) => {
      this.#kill = () => {
        life.ended = true;
        resolve();
      };
    });
    const host = this.#mortal(operations);
    const catalog = await compile(
      manifest((site) => {
        this.things.forEach(({ batched, tries, subscribes }, at) => {
          const earlier = at === 0 ? [] : subscribes.map((pick) => this.#reference(pick % at));
          const Type = batched ? Batched : Thing;
          new Type(site, `t${at}`, { value: '1', subscribe: earlier, retry: { tries, delay: 0 } });
        });
      }),
    );
    const options = { providers: this.#providers, stop: this.#stop.signal, abort: this.#abort.signal };
    await Promise.race([run(catalog, host, options), death]);
    // What was asked for before the run ended comes about now.
    for (const name of this.#late) this.#set(name, '1');
    this.#late.clear();
    this.#blind.clear();
    // The files stay; the lock goes with the process.
    const next = new SimulatedHost();
    Object.assign(next, { files: this.#host.files });
    this.#host = next;
  }

  #reference(at: number) {
    return this.things[at]?.batched ? Batched.ref(`t${at}`) : Thing.ref(`t${at}`);
  }

  /** A host whose files do nothing any more once the run was killed. */
  #mortal(operations: number): Host {
    const { files } = this.#host;
    const life = this.#life;
    let left = operations;
    const dying = new Proxy(files, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          if (['append', 'write', 'remove'].includes(String(name)) && left-- <= 0) this.#kill();
          if (life.ended) return new Promise(() => {});
          return Reflect.apply(method, target, args);
        };
      },
    });
    const host = this.#host;
    host.install('slow', () => ({ status: null, timedOut: true }));
    return {
      name: host.name,
      files: dying,
      network: host.network,
      facts: () => host.facts(),
      run: (command) => host.run(command),
      lock: (owner) => host.lock(owner),
      holder: () => host.holder(),
      close: () => host.close(),
    };
  }

  readonly #providers: ProviderLookup = (definition) => {
    const shared: Provider = {
      read: async (_session, subjects) => this.#read(subjects.map(({ title }) => title)),
      refresh: (_session, { title }) => this.#refresh(title),
    };
    const change = (session: Session, title: string) => this.#change(session, title);
    const provider: Provider =
      definition.name === 'thing'
        ? { ...shared, change: (session, { title }) => change(session, title) }
        : {
            ...shared,
            changeAll: async (session, changes) => {
              for (const { subject } of changes) await change(session, subject.title);
            },
          };
    return { providers: { memory: provider }, choose: () => 'memory' };
  };

  async #read(names: readonly string[]): Promise<Map<string, State | Unreadable>> {
    const found = new Map<string, State | Unreadable>();
    for (const name of names) {
      const state = this.#blind.has(name) ? new Unreadable('nobody answers') : this.#states.get(name);
      if (state !== undefined) found.set(name, state);
    }
    return found;
  }

  async #change(session: Session, name: string): Promise<void> {
    const attempt = (this.#attempts.get(name) ?? 0) + 1;
    this.#attempts.set(name, attempt);
    await new Promise(setImmediate);
    switch (this.#mishaps.get(name)) {
      case 'fails before the change':
        throw new Error('it does not begin');
      case 'fails halfway':
        this.#set(name, 'half');
        throw new Error('it breaks');
      case 'fails after the change':
        this.#set(name, '1');
        throw new Error('it breaks at its end');
      case 'fails after the change, and cannot be read afterwards':
        this.#set(name, '1');
        this.#blind.add(name);
        throw new Error('it breaks at its end');
      case 'fails before the change, and cannot be read afterwards':
        this.#blind.add(name);
        throw new Error('it does not begin');
      case 'times out, and happens after the run':
        return this.#timeOut(session, name);
      case 'times out and happens after the run, and the next try fails at once':
        if (attempt === 1) return this.#timeOut(session, name);
        throw new Error('it is under way already');
      case 'gets a server error, and happens after the run':
        this.#late.add(name);
        throw markOutcomeUnknown(new Error('503'));
      case 'ends while the run is being interrupted':
        this.#stop.abort();
        break;
      case 'is ended by the second interrupt, and happens after the run':
        this.#late.add(name);
        this.#interruptTwice();
        throw new Error('ended');
      case 'is ended by the second interrupt after the change':
        this.#set(name, '1');
        this.#interruptTwice();
        throw new Error('ended');
      case 'is killed with the run before the change':
        return this.#die();
      case 'is killed with the run after the change':
        this.#set(name, '1');
        return this.#die();
    }
    if (this.#life.ended) return this.#die();
    this.#set(name, '1');
  }

  async #timeOut(session: Session, name: string): Promise<never> {
    this.#late.add(name);
    await session.host.run({ argv: ['slow'] });
    throw new Error('it took too long');
  }

  #interruptTwice(): void {
    this.#stop.abort();
    this.#abort.abort();
  }

  #die(): Promise<never> {
    this.#kill();
    return new Promise(() => {});
  }

  async #refresh(name: string): Promise<void> {
    const mishap = this.#mishaps.get(name);
    if (mishap === 'has a refresh that is killed with the run') return this.#die();
    if (mishap === 'has a refresh that fails') throw new Error('it does not come up again');
    if (this.#life.ended) return this.#die();
    this.refreshed.set(name, ++this.#clock);
  }

  #set(name: string, value: string): void {
    if (this.#states.get(name)?.value === value) return;
    this.#states.set(name, { ensure: 'present', value });
    this.changed.set(name, ++this.#clock);
  }
}
