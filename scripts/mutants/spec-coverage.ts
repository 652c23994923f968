import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Checkout } from './checkout.js';
import { coveredLines, type MappedLines, type ScriptCoverage } from './covered-lines.js';
import type { Mutant } from './mutant.js';

/** Which lines of the sources a spec file executes, and how long it takes. */
export interface SpecCoverage {
  readonly spec: string;
  readonly milliseconds: number;
  /** The digest of each spec file that took part: when one changes, the spec is measured again. */
  readonly helpers: Readonly<Record<string, string>>;
  /** The executed lines of each source file, and its digest: all lines of a changed file count as executed. */
  readonly sources: Readonly<Record<string, { readonly digest: string; readonly lines: readonly number[] }>>;
}

/** Measures which lines each spec executes, and caches the result in a directory. */
export class SpecCoverageCache {
  readonly #digests: ReadonlyMap<string, string>;

  /** Reads the files now, before any of them is mutated or edited. */
  constructor(
    directory: string,
    files: readonly string[],
    private readonly cache: string,
  ) {
    this.#digests = new Map(files.map((file) => [file, digest(readFileSync(join(directory, file)))]));
  }

  /** Returns the coverage of spec files, except those that fail without a mutant: they would kill every mutant. */
  async measure(
    specs: readonly string[],
    checkouts: readonly Checkout[],
    progress: (spec: string, left: number) => void,
  ): Promise<SpecCoverage[]> {
    const known = new Map<string, SpecCoverage>();
    for (const spec of specs) {
      const covered = await this.#read(spec);
      if (covered !== undefined && this.#isFresh(covered)) known.set(spec, covered);
    }
    const open = specs.filter((spec) => !known.has(spec));
    const failing: string[] = [];
    const measure = async (checkout: Checkout) => {
      for (let spec = open.pop(); spec !== undefined; spec = open.pop()) {
        progress(spec, open.length);
        const covered = await this.#measure(checkout, spec);
        if (covered === undefined) {
          failing.push(spec);
          continue;
        }
        known.set(spec, covered);
        await this.#write(covered);
      }
    };
    await Promise.all(checkouts.map(measure));
    for (const spec of failing.sort()) console.error(`${spec} fails without a mutant, and is not used`);
    return specs.flatMap((spec) => known.get(spec) ?? []);
  }

  /**
   * Returns the specs that execute the mutant, in the order in which they are best run: that of the file first, then the
   * fastest ones.
   */
  findCovering(mutant: Mutant, coverage: readonly SpecCoverage[]): SpecCoverage[] {
    const digest = this.#digest(mutant.file);
    const own = mutant.file.replace(/^src\//, 'spec/').replace(/\.ts$/, '.spec.ts');
    const rank = ({ spec, milliseconds }: SpecCoverage) => (spec === own ? 0 : milliseconds);
    return coverage
      .filter(({ sources }) => {
        const seen = sources[mutant.file];
        return seen !== undefined && (seen.digest !== digest || seen.lines.includes(mutant.runsAt));
      })
      .sort((one, other) => rank(one) - rank(other));
  }

  #isFresh({ helpers }: SpecCoverage): boolean {
    return Object.entries(helpers).every(([file, digest]) => this.#digest(file) === digest);
  }

  async #measure(checkout: Checkout, spec: string): Promise<SpecCoverage | undefined> {
    const reports = await mkdtemp(join(tmpdir(), 'coverage-'));
    try {
      const started = performance.now();
      if ((await checkout.runSpecs([spec], 900_000, { NODE_V8_COVERAGE: reports })) !== 'passed')
        return undefined;
      const milliseconds = Math.round(performance.now() - started);
      const helpers: Record<string, string> = { [spec]: this.#digest(spec) };
      const ran = new Map<string, Set<number>>();
      for (const report of await readdir(reports)) {
        for (const [file, lines] of readCoveredLines(
          await readFile(join(reports, report), 'utf8'),
          checkout.directory,
        )) {
          if (file.startsWith('spec/')) helpers[file] = this.#digest(file);
          else ran.set(file, new Set([...(ran.get(file) ?? []), ...lines]));
        }
      }
      const sources: Record<string, SpecCoverage['sources'][string]> = {};
      for (const [file, lines] of ran)
        sources[file] = {
          digest: this.#digest(file),
          lines: [...lines].sort((one, other) => one - other),
        };
      return { spec, milliseconds, helpers, sources };
    } finally {
      await rm(reports, { recursive: true, force: true });
    }
  }

  #digest(file: string): string {
    return this.#digests.get(file) ?? 'gone';
  }

  async #read(spec: string): Promise<SpecCoverage | undefined> {
    const text = await readFile(this.#cached(spec), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async #write(covered: SpecCoverage): Promise<void> {
    await mkdir(this.cache, { recursive: true });
    await writeFile(this.#cached(covered.spec), JSON.stringify(covered));
  }

  #cached(spec: string): string {
    return join(this.cache, `${spec.replaceAll('/', '+')}.json`);
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Returns the lines that one process executed, by path from the root of the project. */
function* readCoveredLines(report: string, directory: string): Generator<[string, Set<number>]> {
  const { result, 'source-map-cache': maps = {} } = parseReport(report);
  for (const script of result) {
    const map = maps[script.url];
    if (map === undefined || !script.url.startsWith('file:')) continue;
    const path = fileURLToPath(script.url);
    if (/^(?:src|spec)\//.test(path.slice(directory.length + 1)) && path.startsWith(`${directory}/`))
      yield [path.slice(directory.length + 1), coveredLines(script, map)];
  }
}

interface Report {
  readonly result: readonly ScriptCoverage[];
  readonly 'source-map-cache'?: Readonly<Record<string, MappedLines>>;
}

/** Parses a report; it is empty for a process that a spec killed while it wrote its report. */
function parseReport(report: string): Report {
  try {
    return JSON.parse(report);
  } catch (error) {
    if (error instanceof SyntaxError) return { result: [] };
    throw error;
  }
}
