import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { hostname, userInfo } from 'node:os';
import { addCatalogSecrets } from '../catalog/add-catalog-secrets.js';
import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import type { RunLock } from '../hosts/run-lock.js';
import { Redactor } from '../secrets/redactor.js';
import { ChangeCounter } from './change-counter.js';
import type { RunEventBody } from './events.js';
import type { Gates } from './gates/gate.js';
import { HostGates } from './gates/host-gates.js';
import { buildGraph } from './graph/build-graph.js';
import { type ProviderLookup, refuseWithoutProvider } from './group.js';
import { Limits } from './limits.js';
import { providersOf } from './provider.js';
import { createPurgeProvider } from './purge.js';
import { PurgedTypes } from './purged-types.js';
import { refreshTargets } from './refresh-targets.js';
import { refuseForeignBuckets } from './refuse-foreign-buckets.js';
import { FORMAT_VERSION, type Report, type RunIdentity } from './report.js';
import type { RunContext } from './run-context.js';
import type { RunOptions } from './run-options.js';
import { Schedules } from './schedules/schedules.js';
import { Journal } from './state/journal.js';
import { Ledger } from './state/ledger.js';
import { Outbox } from './state/outbox.js';
import { defaultStateDirectory, StateDirectory } from './state/state-directory.js';
import { stateFiles } from './state/state-files.js';
import { Tally } from './tally.js';
import { Walk } from './walk.js';

/** The options of a run that may be one of several hosts. */
export interface OpenRunOptions extends RunOptions {
  /** The name of the host in events, reports and messages. @default that of the host itself */
  readonly hostName?: string;
  /** Identifies the run; runs of several hosts may share it. @default a new UUID */
  readonly runId?: string;
  /** The relations with resources on other hosts. @default none */
  readonly gates?: Gates;
}

/** A run whose host is locked and whose records are open, so that refreshes can be recorded before it begins. */
export class OpenRun {
  readonly #context: RunContext;
  readonly #options: OpenRunOptions;
  readonly #identity: RunIdentity;
  readonly #lock: RunLock | undefined;
  readonly #started = new Date();
  readonly #startTime = performance.now();
  /** In a plan: the concurrent run that changes the host. */
  readonly #concurrentRun: string | undefined;
  readonly #outbox: Outbox | undefined;

  private constructor(
    context: RunContext,
    options: OpenRunOptions,
    opened: {
      readonly identity: RunIdentity;
      readonly lock: RunLock | undefined;
      readonly concurrentRun: string | undefined;
      readonly outbox: Outbox | undefined;
    },
  ) {
    this.#context = context;
    this.#options = options;
    this.#identity = opened.identity;
    this.#lock = opened.lock;
    this.#concurrentRun = opened.concurrentRun;
    this.#outbox = opened.outbox;
  }

  /**
   * Locks the host for an apply, and opens the records of earlier runs.
   * @throws {GlanceApplyError} `graph.cycle`, `run.locked`, or an error of the state directory.
   */
  static async open(catalog: Catalog, host: Host, options: OpenRunOptions): Promise<OpenRun> {
    const graph = buildGraph(catalog, options.ordering, options.gates?.orders);
    const lock = options.mode === 'plan' ? undefined : await lockHost(host);
    try {
      return await OpenRun.#openRecords(catalog, host, options, { graph, lock });
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  static async #openRecords(
    catalog: Catalog,
    host: Host,
    options: OpenRunOptions,
    { graph, lock }: { readonly graph: RunContext['graph']; readonly lock: RunLock | undefined },
  ): Promise<OpenRun> {
    const { mode = 'apply', name = 'default', listener = () => {}, hostName = host.name } = options;
    const { runId = randomUUID() } = options;
    const identity: RunIdentity = { formatVersion: FORMAT_VERSION, runId, host: hostName };
    const isApply = mode === 'apply';
    const directory = new StateDirectory(host, options.stateDirectory ?? defaultStateDirectory);
    // Read before and after the journal: refreshes that a concurrent run notes are not left by a run that has ended.
    const holder = () => (mode === 'plan' ? host.holder() : undefined);
    const before = await holder();
    await directory.refuseNonFiles();
    await (isApply ? directory.create() : directory.refuseForeign());
    await refuseForeignBuckets(catalog, host.files);
    const [facts, journal, ledger, schedules, outbox] = await Promise.all([
      host.facts(),
      Journal.open(directory, name, isApply),
      Ledger.open(directory, name, isApply),
      Schedules.open(directory, catalog, isApply, new Date()),
      options.gates === undefined ? undefined : Outbox.open(directory, name, isApply),
    ]);
    const concurrentRun = before ?? (await holder());
    if (isApply && directory.denied) raise('state.denied', deniedMessage(directory));
    const never = new AbortController().signal;
    const stop = AbortSignal.any([options.stop ?? never, lock?.lost ?? never]);
    // Everything that waits for a retry listens to them, and so does every request: Node would report that many listeners
    // as a leak.
    const abort = options.abort ?? never;
    setMaxListeners(0, stop, abort);
    const changes = new ChangeCounter();
    const context: RunContext = {
      catalog,
      graph,
      host,
      hostName,
      gates: new HostGates({ hostName, graph, changes }, options.gates),
      facts,
      mode,
      emit: (event: RunEventBody) => listener({ ...identity, ...event }),
      redactor: addCatalogSecrets(new Redactor(), catalog.resources),
      limits: new Limits(facts),
      directory,
      journal,
      ledger,
      schedules,
      stop,
      abort,
      changes,
    };
    return new OpenRun(context, options, { identity, lock, concurrentRun, outbox });
  }

  /** The refreshes on other hosts that earlier runs could not record there; undefined for a run without gates. */
  get outbox(): Outbox | undefined {
    return this.#outbox;
  }

  /**
   * Records the refreshes that a change on another host is about to cause.
   * @param reference The resource that it refreshes, or a container whose contents it refreshes.
   */
  async note(reference: string, because: readonly string[]): Promise<void> {
    await this.#context.journal.note(new Map(this.#refreshed(reference).map((one) => [one, because])));
  }

  /** Withdraws what `note` has recorded. */
  async withdraw(reference: string): Promise<void> {
    await this.#context.journal.withdraw(this.#refreshed(reference).map((one) => one.reference));
  }

  /**
   * Takes over a refresh that a change of an earlier run on another host has caused.
   * @returns Whether the catalog contains the resource.
   */
  async adopt(reference: string, because: readonly string[]): Promise<boolean> {
    const { journal, mode } = this.#context;
    const resources = this.#refreshed(reference);
    await journal.adopt(new Map(resources.map((one) => [one, because])), mode === 'apply');
    return this.#find(reference) !== undefined;
  }

  /**
   * Compares the catalog with the host and applies the differences, or reports them.
   * @throws {GlanceApplyError} `provider.missing`, or that a type cannot be purged.
   */
  async execute(): Promise<Report> {
    const context = this.#context;
    const { catalog, journal, ledger, schedules, directory, mode, emit, host } = context;
    const { providers = providersOf, types = new Map() } = this.#options;
    const tally = new Tally();
    const purged = new PurgedTypes(catalog, types, context.facts, providers);
    const purge = createPurgeProvider(catalog, purged);
    const lookup: ProviderLookup = (definition) =>
      definition.name === 'resources' ? purge : providers(definition);
    refuseWithoutProvider(catalog, providers);
    purged.refuse();
    const walk = new Walk(context, lookup, ({ report }) => {
      emit({ type: 'resource-finished', resource: report, finished: tally.add(report) });
    });

    const resources = catalog.resources.filter(
      ({ definition }) => definition && !definition.transparent,
    ).length;
    emit({
      type: 'run-started',
      mode,
      resources,
      pendingRefreshes: catalog.resources.flatMap((resource) =>
        journal.pendingFor(resource) === undefined ? [] : [resource.reference],
      ),
      pendingElsewhere: journal.pendingElsewhere(catalog.resources),
      ...(this.#concurrentRun === undefined ? {} : { atWork: this.#concurrentRun }),
    });
    for (const diagnostic of [
      ...catalog.warnings,
      ...journal.warnings,
      ...ledger.warnings,
      ...schedules.warnings,
      ...(this.#outbox?.warnings ?? []),
    ])
      emit({ type: 'warning', diagnostic });
    if (this.#concurrentRun !== undefined)
      emit({ type: 'warning', diagnostic: concurrentRunWarning(host, this.#concurrentRun) });
    if (directory.denied) emit({ type: 'warning', diagnostic: deniedWarning(directory) });
    const reportInterrupt = () => {
      const reason = interruptionMessage(context.stop);
      emit({ type: 'interrupted', inFlight: walk.inFlight, ...(reason === undefined ? {} : { reason }) });
    };
    context.stop.addEventListener('abort', reportInterrupt);
    await dropPending(context);
    const redact = (text: string) => context.redactor.text(text);
    const faults = (await walk.run()).map(redact);
    const attempt = async (task: () => Promise<void>) => {
      await task().catch((error: unknown) => faults.push(redact(messageOf(error))));
    };
    await attempt(async () => this.#options.gates?.settle());
    await attempt(() => walk.close());
    reportDeferrals(context);
    if (mode === 'apply') {
      await attempt(() => journal.close());
      await attempt(async () => this.#outbox?.close());
      await attempt(() => schedules.close());
      await attempt(() => ledger.close(new Set(catalog.resources.map(({ reference }) => reference))));
    }

    const report: Report = {
      ...this.#identity,
      mode,
      started: this.#started.toISOString(),
      duration: performance.now() - this.#startTime,
      interrupted: context.stop.aborted,
      interruption: interruptionMessage(context.stop),
      remarks: this.#options.remarks?.() ?? [],
      faults,
      summary: tally.summary,
      resources: tally.reports,
    };
    if (mode === 'apply')
      await attempt(() => directory.write(stateFiles.report, `${JSON.stringify(report)}\n`));
    for (const fault of faults) emit({ type: 'warning', diagnostic: problem('run.fault', fault) });
    // The signal lives on for as long as anything listens to it, and everything that the listener uses with it.
    context.stop.removeEventListener('abort', reportInterrupt);
    emit({ type: 'run-finished', report });
    return report;
  }

  /** Releases the host. */
  async release(): Promise<void> {
    await this.#lock?.release();
  }

  #find(reference: string): CatalogResource | undefined {
    return this.#context.catalog.resources.find((one) => one.reference === reference);
  }

  /** Returns the native resources that are refreshed when a resource or the contents of a container are. */
  #refreshed(reference: string): CatalogResource[] {
    const { graph } = this.#context;
    const found = this.#find(reference);
    if (found === undefined) return [];
    const first = graph.first(found.index);
    if (!graph.isTransparent(first)) return [found];
    return [...refreshTargets(graph, [first]).resources.keys()].map((node) => graph.resource(node));
  }
}

/** Returns the name of the user of this process; it may have none. */
function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `the user ${process.getuid?.()}`;
  }
}

async function lockHost(host: Host): Promise<RunLock> {
  const lock = await host.lock(
    `process ${process.pid} of ${currentUser()} on ${hostname()}, since ${new Date().toISOString()}`,
  );
  if (!('heldBy' in lock)) return lock;
  return raise('run.locked', concurrentRunMessage(host, lock.heldBy), {
    hint: 'wait until it has ended: one run at a time is allowed on a host, whatever the state directories',
  });
}

function concurrentRunMessage({ name }: Host, holder: string): string {
  return `another run is in progress on ${name}: ${holder}`;
}

function concurrentRunWarning(host: Host, holder: string): Diagnostic {
  return warning('run.at-work', concurrentRunMessage(host, holder), {
    hint: 'it changes the host while this plan reads it: plan again when it has ended',
  });
}

/** Returns why a run was interrupted, if the abort has a reason. */
function interruptionMessage({ reason }: AbortSignal): string | undefined {
  return reason instanceof Error && reason.name !== 'AbortError' ? reason.message : undefined;
}

/** Reports the resources that their schedules defer. */
function reportDeferrals({ schedules, emit }: RunContext): void {
  for (const { schedule, reason, references } of schedules.deferrals) {
    const listed = references.slice(0, 3).join(', ');
    const more = references.length > 3 ? ` and ${references.length - 3} more` : '';
    emit({
      type: 'message',
      reference: `Schedule[${schedule}]`,
      text: `deferred in this run: ${listed}${more} (${reason})`,
    });
  }
}

function deniedWarning(directory: StateDirectory): Diagnostic {
  return warning('state.denied', deniedMessage(directory), {
    hint: 'run this as root to include them in the plan',
  });
}

function deniedMessage({ path }: StateDirectory): string {
  return `cannot read ${path}: permission denied; the refreshes that are pending there are unknown`;
}

/** Drops the pending refreshes of resources that are no longer in the manifest. */
async function dropPending({ journal, catalog, mode, emit }: RunContext): Promise<void> {
  if (journal.own.length === 0) return;
  const known = new Set(catalog.resources.map(({ reference }) => reference));
  const gone = journal.own.filter((reference) => !known.has(reference));
  const fate = mode === 'apply' ? 'was dropped' : 'will be dropped';
  for (const reference of gone) {
    const message = `refresh left pending by an earlier run ${fate}: ${reference} is no longer in the manifest`;
    emit({ type: 'warning', diagnostic: warning('refresh.dropped', message) });
  }
  if (mode === 'apply') await journal.drop(gone);
}
