import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { formatPlace, type Place } from '../errors/place.js';
import { fail } from './fail.js';

/** What a recording of coverage looks at. */
export interface CoverageOptions {
  /** Whether a resource counts. @default those that manifests declare themselves, not those that the library's classes do */
  readonly counts?: (resource: CatalogResource, catalog: Catalog) => boolean;
}

/** How many of the resources that manifests declare an assertion has named. */
export class CoverageReport {
  constructor(
    /** References of the resources that count, with where they are declared. */
    readonly declared: ReadonlyMap<string, Place | undefined>,
    /** Those of them that an assertion has named. */
    readonly touched: ReadonlySet<string>,
  ) {}

  /** Those that no assertion has named. */
  get untouched(): readonly string[] {
    return [...this.declared.keys()].filter((reference) => !this.touched.has(reference));
  }

  /** From 0 to 100; 100 where nothing counts. */
  get percent(): number {
    return this.declared.size === 0 ? 100 : (100 * this.touched.size) / this.declared.size;
  }

  toString(): string {
    const head = `${this.touched.size} of ${this.declared.size} declared resources are named by a spec (${this.percent.toFixed(1)} %)`;
    return [head, ...this.untouched.map((reference) => `  not named: ${this.#format(reference)}`)].join('\n');
  }

  #format(reference: string): string {
    const place = this.declared.get(reference);
    return place === undefined ? reference : `${reference} (${formatPlace(place)})`;
  }
}

interface Recording {
  readonly counts: NonNullable<CoverageOptions['counts']>;
  readonly declared: Map<string, Place | undefined>;
  readonly touched: Set<string>;
  /** What was judged once is not judged again with every catalog. */
  readonly judged: Set<string>;
}

/**
 * Which of the resources that manifests declare are named by the specs. Off until it is started: what a process
 * compiles before costs nothing and counts nowhere.
 */
class Coverage {
  #recording: Recording | undefined;

  /** Begins to record, from nothing. */
  start({ counts = declaredByManifest }: CoverageOptions = {}): void {
    this.#recording = { counts, declared: new Map(), touched: new Set(), judged: new Set() };
  }

  /** What was recorded since the start; empty where there was none. */
  report(): CoverageReport {
    const { declared = new Map(), touched = new Set<string>() } = this.#recording ?? {};
    return new CoverageReport(new Map(declared), new Set([...touched].filter((one) => declared.has(one))));
  }

  /** Ends the recording; gives what was recorded. */
  stop(): CoverageReport {
    const report = this.report();
    this.#recording = undefined;
    return report;
  }

  /**
   * Fails where less than this share is covered.
   * @param percent From 0 to 100.
   */
  atLeast(percent: number): CoverageReport {
    if (this.#recording === undefined)
      fail('coverage was never started: call coverage.start() before the first spec', this.atLeast);
    const report = this.report();
    if (report.percent < percent) fail([`the coverage is below ${percent} %:`, String(report)], this.atLeast);
    return report;
  }

  /** A catalog was compiled. */
  recordCatalog(catalog: Catalog): void {
    if (this.#recording === undefined) return;
    const { counts, declared, judged } = this.#recording;
    for (const resource of catalog.resources) {
      if (judged.has(resource.reference)) continue;
      judged.add(resource.reference);
      if (counts(resource, catalog)) declared.set(resource.reference, resource.place);
    }
  }

  /** An assertion named resources. */
  recordAssertion(resources: readonly CatalogResource[]): void {
    for (const { reference } of resources) this.#recording?.touched.add(reference);
  }
}

/** The coverage of this process's specs. */
export const coverage = new Coverage();

/**
 * What the library's classes declare has no place of its own: it is said to stand where the class was declared. A
 * class that such a class includes is told by its standing in the same place as one before it.
 */
function declaredByManifest(resource: CatalogResource, catalog: Catalog): boolean {
  const { place, type, title, index, containers } = resource;
  if (place === undefined || (type === 'class' && title === 'main')) return false;
  const same = (other: CatalogResource | undefined) =>
    other?.place !== undefined && formatPlace(other.place) === formatPlace(place);
  if (containers.length > 0) return !containers.some((container) => same(catalog.resources[container]));
  return !catalog.resources.slice(0, index).some((other) => other.type === 'class' && same(other));
}
