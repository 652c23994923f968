import type { CompileOptions } from '../catalog/compilation.js';
import { diagnoseManifestError } from '../catalog/diagnose-manifest-error.js';
import { isThenable } from '../catalog/is-thenable.js';
import { isManifest, type Manifest } from '../catalog/manifest.js';
import { PendingWork } from '../catalog/pending-work.js';
import { Position } from '../catalog/position.js';
import { diagnoseUnfinished } from '../catalog/unfinished.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { GlanceApplyError, raise } from '../errors/glance-apply-error.js';
import type { SourceLocation } from '../errors/source-location.js';
import { collectExports } from './compiling/collect-exports.js';
import { FleetSite, type GivenPart } from './compiling/fleet-site.js';
import { HostCompilation } from './compiling/host-compilation.js';
import { EdgeResolver } from './compiling/resolve-edges.js';
import { type Fleet, isFleet } from './fleet.js';
import type { FleetCatalog } from './fleet-catalog.js';
import type { FleetHost, FleetInventory } from './fleet-host.js';
import { FleetOrder } from './order/fleet-order.js';
import { Unreachable } from './unreachable.js';

/** The input of a compilation of several hosts besides the manifest. */
export interface FleetCompileOptions<H extends FleetHost = FleetHost> {
  /** The hosts, such as those of an inventory. */
  readonly inventory: FleetInventory<H>;
  /**
   * Returns the facts, data, release and parameters of a host. A host for which it returns undefined is not compiled, and
   * relations with it stay; one for which it fails is among the `failures` of the catalog, and counts as unreachable if the
   * error is an `Unreachable`. @default none
   */
  readonly optionsOf?: (host: H) => CompileOptions | undefined | Promise<CompileOptions | undefined>;
}

/**
 * Compiles a manifest for several hosts: a fleet, or a manifest of one host that every host gets. An error that concerns
 * one host alone is in `failures`, and the other hosts have catalogs nevertheless.
 * @throws {GlanceApplyError} with all errors that concern the fleet as a whole: unknown hosts and groups, hosts without a
 *   part, cycles through several hosts.
 */
export async function compileFleet<H extends FleetHost>(
  source: Fleet | Manifest,
  { inventory, optionsOf = () => ({}) }: FleetCompileOptions<H>,
): Promise<FleetCatalog> {
  if (!isFleet(source) && !isManifest(source)) {
    return raise(
      'manifest.form',
      'compileFleet was called with a value that is neither a fleet nor a manifest',
      {
        hint: "pass the result of fleet((site) => { … }), with fleet from 'glance-apply'",
      },
    );
  }
  const position = new Position(compileFleet);
  const failures = new Map<string, GlanceApplyError>();
  const omitted = new Set<string>();
  const compilations = new Map<string, HostCompilation>();
  const options = await Promise.allSettled(
    [...inventory.hosts.values()].map(async (host) => optionsOf(host)),
  );
  for (const [at, host] of [...inventory.hosts.values()].entries()) {
    const given = options[at];
    try {
      if (given?.status !== 'fulfilled') throw given?.reason;
      if (given.value === undefined) omitted.add(host.name);
      else compilations.set(host.name, new HostCompilation(host, given.value, position));
    } catch (error) {
      failures.set(
        host.name,
        error instanceof Unreachable
          ? new GlanceApplyError(error.diagnostics, { cause: error })
          : diagnoseManifestError(error, 'it was compiled'),
      );
    }
  }
  const compiler = new FleetCompiler(inventory, compilations);
  const work = new PendingWork();
  try {
    const edges = await work.watch(() => compiler.compile(source));
    const late = () => compiler.late;
    const unfinished = await work.waitForEnd(() => late().length > 0);
    if (late().length > 0) throw new GlanceApplyError(late());
    if (unfinished !== undefined) throw new GlanceApplyError(diagnoseUnfinished(unfinished));
    for (const { host, failure } of compilations.values())
      if (failure !== undefined) failures.set(host.name, failure);
    const built = [...compilations.values()].flatMap(({ host, built: one }) =>
      one === undefined ? [] : [[host.name, one.catalog] as const],
    );
    return {
      inventory,
      catalogs: new Map(built),
      edges,
      failures,
      omitted,
      warnings: incompleteExports(compilations, [...failures.keys(), ...omitted]),
    };
  } finally {
    work.stop();
  }
}

/** Compiles the hosts of a fleet together. */
class FleetCompiler {
  readonly #all: readonly HostCompilation[];

  constructor(
    private readonly inventory: FleetInventory,
    private readonly hosts: ReadonlyMap<string, HostCompilation>,
  ) {
    this.#all = [...hosts.values()];
  }

  /** The errors of declarations that came too late. */
  get late(): readonly Diagnostic[] {
    return this.#all.flatMap(({ compilation }) => compilation.seal.late);
  }

  async compile(source: Fleet | Manifest): Promise<FleetCatalog['edges']> {
    const site = new FleetSite(this.inventory, (host, type, query) =>
      this.hosts.get(host)?.site.collect(type, query),
    );
    if (isFleet(source)) await source.body(site);
    else site.group('all', (node) => source.body(node));
    this.#refuseWithoutPart(site, isFleet(source) ? source.location : undefined);
    if (site.diagnostics.length > 0) throw new GlanceApplyError(site.diagnostics);
    for (const part of site.parts) await this.#declare(part);
    return this.#finish();
  }

  async #declare({ hosts, body }: GivenPart): Promise<void> {
    for (const host of hosts) {
      const compilation = this.hosts.get(host.name);
      if (compilation === undefined || compilation.failure !== undefined) continue;
      try {
        const returned: unknown = body(compilation.site, host);
        // Awaiting what is no promise would let other code run in between.
        if (isThenable(returned)) await returned;
      } catch (error) {
        compilation.fail(error);
      }
    }
  }

  /** Runs synchronously, so that nothing can be declared in between. */
  #finish(): FleetCatalog['edges'] {
    try {
      for (const one of this.#all) one.declarePending();
      collectExports(this.#all);
      for (const one of this.#all) one.build();
    } finally {
      for (const one of this.#all) one.close();
    }
    const resolver = new EdgeResolver(this.#all, this.inventory);
    resolver.refuseDangling();
    const edges = resolver.edges();
    const catalogs = this.#all.flatMap(({ host, built }) =>
      built === undefined ? [] : [[host.name, built.catalog] as const],
    );
    const cycles = new FleetOrder(new Map(catalogs), edges).describeCycles();
    if (cycles.length > 0) throw new GlanceApplyError(cycles);
    return edges;
  }

  #refuseWithoutPart(site: FleetSite, location: SourceLocation | undefined): void {
    const given = new Set(site.parts.flatMap(({ hosts }) => hosts.map(({ name }) => name)));
    for (const { host } of this.#all) {
      if (given.has(host.name)) continue;
      site.diagnostics.push(
        problem('fleet.without-part', `the fleet gives ${host.name} no part`, {
          location: host.location ?? location,
          ...(host.location === undefined ? {} : { related: [{ message: 'the fleet is', location }] }),
          hint: `give it one: site.host('${host.name}', …), or a group that it belongs to; or leave it out of the run`,
        }),
      );
    }
  }
}

/** Warns about hosts whose collectors miss what hosts without a catalog export. */
function incompleteExports(
  compilations: ReadonlyMap<string, HostCompilation>,
  missing: readonly string[],
): Diagnostic[] {
  if (missing.length === 0) return [];
  return [...compilations.values()].flatMap(({ host, compilation, built }) => {
    const collector = built && compilation.collectors.find(({ findsExports }) => findsExports);
    if (collector === undefined) return [];
    const names = missing.length > 3 ? `${missing.length} hosts` : missing.join(', ');
    return warning(
      'fleet.incomplete-exports',
      `${collector} on ${host.name} does not find what ${names} may export: there is no catalog`,
      { location: collector.position.location },
    );
  });
}
