import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { formatLocation, type SourceLocation } from '../errors/source-location.js';
import { fail } from './fail.js';

/** The options of a coverage recording. */
export interface CoverageOptions {
  /** Returns whether a resource is counted. @default only resources that manifests declare, not those of the library's classes */
  readonly counts?: (resource: CatalogResource, catalog: Catalog) => boolean;
}

/** The resources that manifests declare, and those of them that assertions name. */
export class CoverageReport {
  constructor(
    /** References of the counted resources, with the locations of their declarations. */
    readonly declared: ReadonlyMap<string, SourceLocation | undefined>,
    /** Those that an assertion names. */
    readonly touched: ReadonlySet<string>,
  ) {}

  /** Those that no assertion names. */
  get untouched(): readonly string[] {
    return [...this.declared.keys()].filter((reference) => !this.touched.has(reference));
  }

  /** From 0 to 100; 100 if no resource is counted. */
  get percent(): number {
    return this.declared.size === 0 ? 100 : (100 * this.touched.size) / this.declared.size;
  }

  toString(): string {
    const head = `${this.touched.size} of ${this.declared.size} declared resources are named by a spec (${this.percent.toFixed(1)} %)`;
    return [head, ...this.untouched.map((reference) => `  not named: ${this.#format(reference)}`)].join('\n');
  }

  #format(reference: string): string {
    const location = this.declared.get(reference);
    return location === undefined ? reference : `${reference} (${formatLocation(location)})`;
  }
}

interface Recording {
  readonly counts: NonNullable<CoverageOptions['counts']>;
  readonly declared: Map<string, SourceLocation | undefined>;
  readonly touched: Set<string>;
  /** Resources that were examined already, to skip them in further catalogs. */
  readonly judged: Set<string>;
}

/**
 * Records which of the declared resources the specs name. It is off until it is started: earlier compilations cost
 * nothing and are not counted.
 */
class Coverage {
  #recording: Recording | undefined;

  /** Starts a new recording. */
  start({ counts = declaredByManifest }: CoverageOptions = {}): void {
    this.#recording = { counts, declared: new Map(), touched: new Set(), judged: new Set() };
  }

  /** Returns what was recorded since the start; empty if the recording was not started. */
  report(): CoverageReport {
    const { declared = new Map(), touched = new Set<string>() } = this.#recording ?? {};
    return new CoverageReport(new Map(declared), new Set([...touched].filter((one) => declared.has(one))));
  }

  /** Stops the recording, and returns what was recorded. */
  stop(): CoverageReport {
    const report = this.report();
    this.#recording = undefined;
    return report;
  }

  /**
   * Fails if the coverage is below this percentage.
   * @param percent From 0 to 100.
   */
  atLeast(percent: number): CoverageReport {
    if (this.#recording === undefined)
      fail('coverage was never started: call coverage.start() before the first spec', this.atLeast);
    const report = this.report();
    if (report.percent < percent) fail([`the coverage is below ${percent} %:`, String(report)], this.atLeast);
    return report;
  }

  /** Records the resources of a compiled catalog. */
  recordCatalog(catalog: Catalog): void {
    if (this.#recording === undefined) return;
    const { counts, declared, judged } = this.#recording;
    for (const resource of catalog.resources) {
      if (judged.has(resource.reference)) continue;
      judged.add(resource.reference);
      if (counts(resource, catalog)) declared.set(resource.reference, resource.location);
    }
  }

  /** Records resources that an assertion names. */
  recordAssertion(resources: readonly CatalogResource[]): void {
    for (const { reference } of resources) this.#recording?.touched.add(reference);
  }
}

/** The coverage of the specs of this process. */
export const coverage = new Coverage();

/**
 * Returns whether a manifest declares a resource itself. Resources declared by the library's classes have the location
 * of the class. A class that such a class includes has the same location as an earlier class.
 */
function declaredByManifest(resource: CatalogResource, catalog: Catalog): boolean {
  const { location, type, title, index, containers } = resource;
  if (location === undefined || (type === 'class' && title === 'main')) return false;
  const same = (other: CatalogResource | undefined) =>
    other?.location !== undefined && formatLocation(other.location) === formatLocation(location);
  if (containers.length > 0) return !containers.some((container) => same(catalog.resources[container]));
  return !catalog.resources.slice(0, index).some((other) => other.type === 'class' && same(other));
}
