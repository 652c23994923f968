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

/** What a run may be told. */
export interface RunOptions {
  /** @default 'apply' */
  readonly mode?: Mode;
  /** Called with each event of the run. @default none is sent */
  readonly listener?: Listener;
  /**
   * What this run is called on the host: the path of its manifest, the name of its node. Refreshes that a run leaves
   * pending are made by the next run of the same name, and what it has applied is remembered under it, so that several
   * manifests can be applied to one host. @default 'default'
   */
  readonly name?: string;
  /** Where the host keeps what runs must remember. @default '/var/lib/glance-apply' */
  readonly stateDirectory?: string;
  /**
   * When aborted, what is in flight is finished, and nothing new begins. An `Error` as its reason is told in the
   * report. @default never
   */
  readonly stop?: AbortSignal;
  /** When aborted, running commands are ended too. @default never */
  readonly abort?: AbortSignal;
  /** Asked when the run ends: what its report is to say besides, such as output that could not be written. */
  readonly remarks?: () => readonly string[];
  /** Types that may be purged though the catalog declares none of them. @default none */
  readonly types?: ReadonlyMap<string, NativeTypeDefinition>;
  /** How much the order of declarations counts where no relation says more. @default 'manifest' */
  readonly ordering?: Ordering;
  /** How providers are found; a simulated host brings its own. @default those given by `provide` */
  readonly providers?: ProviderLookup;
}

/**
 * Compares a catalog with a host and applies the difference, or, with `mode: 'plan'`, says what that would be.
 * A resource that fails is in the report; the promise is rejected only where the run could not take place.
 * @throws {GlanceApplyError} `graph.cycle`, `run.locked`, or what the state directory refuses.
 */
export async function run(catalog: Catalog, host: Host, options: RunOptions = {}): Promise<Report> {
  const { mode = 'apply', name = 'default', listener = () => {}, providers = providersOf } = options;
  const identity: RunIdentity = { formatVersion: FORMAT_VERSION, runId: randomUUID(), host: host.name };
  const emit = (event: RunEventBody) => listener({ ...identity, ...event });
  const started = new Date();
  const beginning = performance.now();
  const graph = buildGraph(catalog, options.ordering);
  const directory = new StateDirectory(host, options.stateDirectory ?? defaultStateDirectory);
  const lock = mode === 'apply' ? await lockHost(host) : undefined;
  try {
    // Asked before and after: what another run has noted meanwhile is no leaving of one that has ended.
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
    const atWork = before ?? (await holder());
    if (mode === 'apply' && directory.denied) raise('state.denied', deniedMessage(directory));
    const never = new AbortController().signal;
    const stop = AbortSignal.any([options.stop ?? never, lock?.lost ?? never]);
    // All that waits for another try listens to them, and so does every request: node would take that many listeners
    // for a leak, and print a warning.
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
      pendingElsewhere: journal.elsewhere(catalog.resources),
      ...(atWork === undefined ? {} : { atWork }),
    });
    for (const diagnostic of [
      ...catalog.warnings,
      ...journal.warnings,
      ...ledger.warnings,
      ...schedules.warnings,
    ])
      emit({ type: 'warning', diagnostic });
    if (atWork !== undefined) emit({ type: 'warning', diagnostic: atWorkWarning(host, atWork) });
    if (directory.denied) emit({ type: 'warning', diagnostic: deniedWarning(directory) });
    const interrupted = () => {
      const reason = interruption(context.stop);
      emit({ type: 'interrupted', inFlight: walk.inFlight, ...(reason === undefined ? {} : { reason }) });
    };
    context.stop.addEventListener('abort', interrupted, { once: true });
    await dropPending(context);
    const redacted = (text: string) => context.redactor.text(text);
    const faults = (await walk.run()).map(redacted);
    const attempt = async (task: () => Promise<void>) => {
      await task().catch((error: unknown) => faults.push(redacted(messageOf(error))));
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
      duration: performance.now() - beginning,
      interrupted: context.stop.aborted,
      interruption: interruption(context.stop),
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
  return raise('run.locked', atWorkMessage(host, lock.heldBy), {
    hint: 'wait for it to end; runs of one host exclude each other, whatever their state directories',
  });
}

function atWorkMessage({ name }: Host, holder: string): string {
  return `another run is at work on ${name}: ${holder}`;
}

function atWorkWarning(host: Host, holder: string): Diagnostic {
  return warning('run.at-work', atWorkMessage(host, holder), {
    hint: 'it changes the host while this plan looks at it: plan again when it has ended',
  });
}

/** Why a run is interrupted, where the one who did it has said so. */
function interruption({ reason }: AbortSignal): string | undefined {
  return reason instanceof Error && reason.name !== 'AbortError' ? reason.message : undefined;
}

/** Nothing is left alone in silence. */
function reportDeferrals({ schedules, emit }: RunContext): void {
  for (const { schedule, reason, references } of schedules.deferrals) {
    const few = references.slice(0, 3).join(', ');
    const more = references.length > 3 ? ` and ${references.length - 3} more` : '';
    emit({
      type: 'message',
      reference: `Schedule[${schedule}]`,
      text: `left alone in this run: ${few}${more} (${reason})`,
    });
  }
}

function deniedWarning(directory: StateDirectory): Diagnostic {
  return warning('state.denied', deniedMessage(directory), {
    hint: 'run this as root to have them in the plan',
  });
}

function deniedMessage({ path }: StateDirectory): string {
  return `cannot read ${path}, into which this user may not look: refreshes that are pending there are unknown`;
}

/** Drops the pending refreshes of what is no longer in the manifest that they were noted for. */
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
