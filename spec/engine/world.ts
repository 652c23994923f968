import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import partition from 'lodash/partition.js';
import {
  boolean,
  type Catalog,
  compile,
  integer,
  manifest,
  nativeType,
  oneOf,
  parameter,
  property,
  type Scope,
  secretString,
  string,
  title,
} from '../../src/catalog/index.js';
import type { RunEvent, RunEventBody } from '../../src/engine/events.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import { PartialFailure } from '../../src/engine/partial-failure.js';
import { type Provider, providersOf, type State, type Unreadable } from '../../src/engine/provider.js';
import type { Report } from '../../src/engine/report.js';
import { run } from '../../src/engine/run.js';
import type { RunOptions } from '../../src/engine/run-options.js';
import type { Session } from '../../src/engine/session.js';
import { problem } from '../../src/errors/diagnostic.js';
import { thisMachine } from '../hosts/this-machine.js';

/** Something with a value, whose host is a Map: for the engine's own rules, which no provider's may blur. */
export class Thing extends nativeType(
  'thing',
  {
    name: title('What it is called.'),
    ensure: property(oneOf('present', 'absent'), 'Whether it exists.', { default: 'present' }),
    value: property(string, 'What it holds.'),
    password: property(secretString, 'What must not be seen.'),
    delay: parameter(integer(), 'Milliseconds that a change takes.', { default: 0 }),
    disturbs: parameter(boolean, 'Whether its change may alter what comes after it.', { default: false }),
  },
  { doc: 'A thing of the specs.' },
) {}

/** The same, changed many at a time. */
export class Batched extends nativeType(
  'batched',
  {
    name: title('…'),
    ensure: property(oneOf('present', 'absent'), '…', { default: 'present' }),
    value: property(string, '…'),
  },
  { doc: 'A thing that is changed together with others.' },
) {}

/** What an event says, without what identifies its run. */
export function bodyOf({ formatVersion: _, runId: __, host: ___, ...body }: RunEvent): RunEventBody {
  return body;
}

/** A host of things, and all that was done to it. */
export class World {
  readonly states = new Map<string, State>();
  /** `change a`, `refresh a`, `batch a b`, in order. */
  readonly log: string[] = [];
  /** Names whose change or refresh fails, and how often. */
  readonly failures = new Map<string, number>();
  /** Names that fail after a part of the change was made. */
  readonly halfWay = new Set<string>();
  /** Names whose failure in a batch is theirs alone, and known. */
  readonly ownFailures = new Set<string>();
  readonly refreshFailures = new Set<string>();
  /** Names that cannot be read. */
  readonly unreadable = new Map<string, Unreadable>();
  /** Called before each change, for specs that interfere. */
  before: (name: string, session: Session) => void | Promise<void> = () => {};
  readings = 0;
  running = 0;
  mostRunning = 0;

  readonly #things: Provider = {
    read: async (_session, subjects) => this.#read(subjects.map(({ title: name }) => name)),
    change: async (session, { title: name, desired }) => {
      this.running++;
      this.mostRunning = Math.max(this.mostRunning, this.running);
      this.log.push(`change ${name}`);
      try {
        await this.before(name, session);
        await sleep(desired.delay as number);
        this.#failing(name);
        this.#set(name, desired);
      } finally {
        this.running--;
      }
    },
    refresh: async (_session, { title: name }) => {
      this.log.push(`refresh ${name}`);
      if (this.refreshFailures.has(name)) throw new Error(`${name} does not come up again`);
    },
    disturbs: ({ desired }) => desired.disturbs === true,
    list: async () => new Map(this.states),
  };

  readonly #batched: Provider = {
    read: async (_session, subjects) => this.#read(subjects.map(({ title: name }) => name)),
    changeAll: async (_session, changes) => {
      this.log.push(`batch ${changes.map(({ subject }) => subject.title).join(' ')}`);
      for (const { subject } of changes) this.#failing(subject.title);
      const [failed, done] = partition(changes, ({ subject }) => this.ownFailures.has(subject.title));
      for (const { subject } of done) this.#set(subject.title, subject.desired);
      const why = failed.map(
        ({ subject: { title } }) => [title, problem('spec/thing.dies', `${title} dies`)] as const,
      );
      if (why.length > 0) throw new PartialFailure(new Map(why));
    },
    refresh: async (_session, { title: name }) => {
      this.log.push(`refresh ${name}`);
    },
  };

  readonly providers: ProviderLookup = (definition) => {
    if (definition.name === 'thing') return { providers: { memory: this.#things }, choose: () => 'memory' };
    if (definition.name === 'batched')
      return { providers: { memory: this.#batched }, choose: () => 'memory' };
    return providersOf(definition);
  };

  #read(names: readonly string[]): Map<string, State | Unreadable> {
    this.readings++;
    const found = new Map<string, State | Unreadable>();
    for (const name of names) {
      const state = this.unreadable.get(name) ?? this.states.get(name);
      if (state !== undefined) found.set(name, state);
    }
    return found;
  }

  #set(name: string, desired: Readonly<Record<string, unknown>>): void {
    const { ensure, value, password } = desired;
    if (ensure === 'absent') this.states.delete(name);
    else this.states.set(name, { ensure, value, ...(password === undefined ? {} : { password }) });
  }

  #failing(name: string): void {
    if (this.halfWay.has(name)) this.states.set(name, { ensure: 'present', value: 'half' });
    const left = this.failures.get(name) ?? 0;
    if (left > 0) {
      this.failures.set(name, left - 1);
      throw new Error(`${name} cannot be changed`);
    }
    if (this.halfWay.has(name)) throw new Error(`${name} broke half-way`);
  }
}

/** Runs manifests against one world and one state directory. */
export class Bench {
  readonly world = new World();
  readonly events: RunEventBody[] = [];
  readonly #host = thisMachine();

  private constructor(readonly directory: string) {}

  static async open(): Promise<Bench> {
    return new Bench(await mkdtemp(join(tmpdir(), 'glance-apply-')));
  }

  async close(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  compile(body: (site: Scope) => void): Promise<Catalog> {
    return compile(manifest(body));
  }

  async apply(body: (site: Scope) => void, options: RunOptions = {}): Promise<Report> {
    return this.run(await this.compile(body), options);
  }

  async plan(body: (site: Scope) => void, options: RunOptions = {}): Promise<Report> {
    return this.apply(body, { mode: 'plan', ...options });
  }

  run(catalog: Catalog, options: RunOptions = {}): Promise<Report> {
    return run(catalog, this.#host, {
      stateDirectory: join(this.directory, 'state'),
      providers: this.world.providers,
      types: new Map([['thing', Thing.definition as never]]),
      listener: (event) => this.events.push(bodyOf(event)),
      ...options,
    });
  }
}

/** The outcomes of a report, by title. */
export function outcomes(report: Report): Record<string, string> {
  return Object.fromEntries(report.resources.map(({ title: name, outcome }) => [name, outcome]));
}
