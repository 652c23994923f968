import { type BuiltCatalog, buildCatalog } from '../../catalog/build-catalog.js';
import { Compilation, type CompileOptions } from '../../catalog/compilation.js';
import { Compiler } from '../../catalog/compiler.js';
import { type Container, createSite } from '../../catalog/container.js';
import { diagnoseManifestError } from '../../catalog/diagnose-manifest-error.js';
import type { Position } from '../../catalog/position.js';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { FleetHost } from '../fleet-host.js';

/** The compilation of one host of a fleet. Its errors end it without ending those of the others. */
export class HostCompilation {
  readonly compilation: Compilation;
  readonly site: Container;
  readonly #compiler: Compiler;
  #failure: GlanceApplyError | undefined;
  #built: BuiltCatalog | undefined;

  /** @throws {GlanceApplyError} `release.unknown` */
  constructor(
    readonly host: FleetHost,
    options: CompileOptions,
    position: Position,
  ) {
    this.compilation = new Compilation(options, host.name);
    this.#compiler = new Compiler(this.compilation);
    this.site = createSite(this.#compiler, position);
  }

  /** Why the host has no catalog. */
  get failure(): GlanceApplyError | undefined {
    return this.#failure;
  }

  /** The catalog, when it has been built. */
  get built(): BuiltCatalog | undefined {
    return this.#failure === undefined ? this.#built : undefined;
  }

  /** Runs the bodies of classes and defined types that are waiting. */
  declarePending(): void {
    this.#attempt(() => this.#compiler.declarePending());
  }

  build(): void {
    this.#attempt(() => {
      this.#built = buildCatalog(this.#compiler, this.site);
    });
  }

  /** Refuses declarations from now on. */
  close(): void {
    this.compilation.seal.close();
  }

  /** Ends the compilation with an error that the manifest threw; the errors before it remain true. */
  fail(error: unknown): void {
    if (this.#failure !== undefined) return;
    const found = this.compilation.diagnostics.filter(({ severity }) => severity === 'error');
    const thrown = diagnoseManifestError(error, 'it was compiled');
    this.#failure = new GlanceApplyError([...found, ...thrown.diagnostics], { cause: error });
  }

  /** Ends the compilation with errors that are found when all hosts are compiled. */
  refuse(problems: readonly Diagnostic[]): void {
    this.#failure = new GlanceApplyError([...(this.#failure?.diagnostics ?? []), ...problems]);
  }

  #attempt(task: () => void): void {
    if (this.#failure !== undefined) return;
    try {
      task();
    } catch (error) {
      if (GlanceApplyError.is(error)) this.#failure = error;
      else this.fail(error);
    }
  }
}
