import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { addCatalogSecrets } from '../catalog/add-catalog-secrets.js';
import type { Catalog } from '../catalog/catalog.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import type { RunLock } from '../hosts/run-lock.js';
import { Redactor } from '../secrets/redactor.js';
import type { Listener, RunEventBody } from './events.js';
import { buildGraph } from './graph/build-graph.js';
import type { Ordering } from './graph/ordering.js';
import { type ProviderLookup, refuseWithoutProvider } from './group.js';
import { Limits } from './limits.js';
import { providersOf } from './provider.js';
import { createPurgeProvider } from './purge.js';
import { PurgedTypes } from './purged-types.js';
import { refuseForeignBuckets } from './refuse-foreign-buckets.js';
import { FORMAT_VERSION, type Mode, type Report, type RunIdentity } from './report.js';
import { ChangeCounter, type RunContext } from './run-context.js';
import { Schedules } from './schedules/schedules.js';
import { Journal } from './state/journal.js';
import { Ledger } from './state/ledger.js';
import { defaultStateDirectory, StateDirectory } from './state/state-directory.js';
import { stateFiles } from './state/state-files.js';
import { Tally } from './tally.js';
import { Walk } from './walk.js';

/** The options of a run. */
export interface RunOptions {
  /** @default 'apply' */
  readonly mode?: Mode;
  /** Called with each event of the run. @default events are discarded */
  readonly listener?: Listener;
  /**
   * The name of the run on the host, such as the path of its manifest or the name of its node. Refreshes that a run
   * leaves pending are made by the next run of the same name, and the ledger is kept by name, so that several manifests
   * can be applied to one host. @default 'default'
   */
  readonly name?: string;
  /** The state directory: where the host stores what later runs need. @default '/var/lib/glance-apply' */
  readonly stateDirectory?: string;
  /**
   * When aborted, the steps in flight are finished and no further one begins. If its reason is an `Error`, the report
   * contains the message. @default never aborted
   */
  readonly stop?: AbortSignal;
  /** When aborted, running commands are killed too. @default never aborted */
  readonly abort?: AbortSignal;
  /** Called when the run ends. Returns further remarks for its report, such as output that could not be written. */
  readonly remarks?: () => readonly string[];
  /** Types that may be purged although the catalog has no resource of them. @default none */
  readonly types?: ReadonlyMap<string, NativeTypeDefinition>;
  /** How much the order of declarations counts in the absence of relations. @default 'manifest' */
  readonly ordering?: Ordering;
  /** Finds the providers of a type; a simulated host has its own. @default the providers registered with `provide` */
  readonly providers?: ProviderLookup;
}

/**
 * Compares a catalog with a host and applies the differences, or, with `mode: 'plan'`, reports them.
 * A resource that fails is in the report; the promise is rejected only if the run cannot take place.
 * @throws {GlanceApplyError} `graph.cycle`, `run.locked`, or an error of the state directory.
 */
export async function run(catalog: Catalog, host: Host, options: RunOptions = {}): Promise<Report> {
  const { mode = 'apply', name = 'default', listener = () => {}, providers = providersOf } = options;
  const identity: RunIdentity = { formatVersion: FORMAT_VERSION, runId: randomUUID(), host: host.name };
  const emit = (event: RunEventBody) => listener({ ...identity, ...event });
  const started = new Date();
  const startTime = performance.now();
  const graph = buildGraph(catalog, options.ordering);
  const directory = new StateDirectory(host, options.stateDirectory ?? defaultStateDirectory);
  const lock = mode === 'apply' ? await lockHost(host) : undefined;
  try {
    // Read before and after the journal: refreshes that a concurrent run notes are not left by a run that has ended.
    const holder = () => (mode === 'plan' ? host.holder() : undefined);
    const before = await holder();
    await directory.refuseNonFiles();
    await (mode === 'apply' ? directory.create() : directory.refuseForeign());
    await refuseForeignBuckets(catalog, host.files);
    const [facts, journal, ledger, schedules] = await Promise.all([
      host.facts(),
      Journal.open(directory, name, mode === 'apply'),
      Ledger.open(directory, name, mode === 'apply'),
      Schedules.open(directory, catalog, mode === 'apply', started),
    ]);
    const concurrentRun = before ?? (await holder());
    if (mode === 'apply' && directory.denied) raise('state.denied', deniedMessage(directory));
    const never = new AbortController().signal;
    const stop = AbortSignal.any([options.stop ?? never, lock?.lost ?? never]);
    // Everything that waits for a retry listens to them, and so does every request: Node would report that many listeners
    // as a leak.
    const abort = options.abort ?? never;
    setMaxListeners(0, stop, abort);
    const context: RunContext = {
      catalog,
      graph,
      host,
      facts,
      mode,
      emit,
      redactor: addCatalogSecrets(new Redactor(), catalog.resources),
      limits: new Limits(facts),
      directory,
      journal,
      ledger,
      schedules,
      stop,
      abort,
      changes: new ChangeCounter(),
    };
    const tally = new Tally();
    const purged = new PurgedTypes(catalog, options.types ?? new Map(), facts, providers);
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
      ...(concurrentRun === undefined ? {} : { atWork: concurrentRun }),
    });
    for (const diagnostic of [
      ...catalog.warnings,
      ...journal.warnings,
      ...ledger.warnings,
      ...schedules.warnings,
    ])
      emit({ type: 'warning', diagnostic });
    if (concurrentRun !== undefined)
      emit({ type: 'warning', diagnostic: concurrentRunWarning(host, concurrentRun) });
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
    await attempt(() => walk.close());
    reportDeferrals(context);
    if (mode === 'apply') {
      await attempt(() => journal.close());
      await attempt(() => schedules.close());
      await attempt(() => ledger.close(new Set(catalog.resources.map(({ reference }) => reference))));
    }

    const report: Report = {
      ...identity,
      mode,
      started: started.toISOString(),
      duration: performance.now() - startTime,
      interrupted: context.stop.aborted,
      interruption: interruptionMessage(context.stop),
      remarks: options.remarks?.() ?? [],
      faults,
      summary: tally.summary,
      resources: tally.reports,
    };
    if (mode === 'apply')
      await attempt(() => directory.write(stateFiles.report, `${JSON.stringify(report)}\n`));
    for (const fault of faults) emit({ type: 'warning', diagnostic: problem('run.fault', fault) });
    emit({ type: 'run-finished', report });
    return report;
  } finally {
    await lock?.release();
  }
}

async function lockHost(host: Host): Promise<RunLock> {
  const lock = await host.lock(`process ${process.pid}, since ${new Date().toISOString()}`);
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
