import { fromPuppetCatalog, type ReadOptions } from '../catalog/puppet-format/index.js';
import type { Report } from '../engine/report.js';
import { run } from '../engine/run.js';
import type { RunOptions } from '../engine/run-options.js';
import type { Host } from '../hosts/host.js';

/** How a catalog is read and applied. */
export interface ApplyCatalogOptions
  extends Omit<RunOptions, 'types'>,
    Pick<ReadOptions, 'file' | 'release'> {
  /** The native types that the catalog may use, by Puppet's names. @default those of this library */
  readonly types?: ReadOptions['types'];
}

/**
 * Applies a catalog in Puppet's JSON format to a host, or plans it: what `glance-apply apply catalog.json` does. A
 * catalog that was compiled in this process is applied by `engine.run`.
 * @param source The text of the catalog, or the value that it was parsed into.
 * @throws {GlanceApplyError} with every error in the catalog, or what keeps the run from taking place.
 * @example
 * const report = await applyCatalog(await readFile('node1.json', 'utf8'), new hosts.LocalHost(), { mode: 'plan' });
 */
export async function applyCatalog(
  source: unknown,
  host: Host,
  options: ApplyCatalogOptions = {},
): Promise<Report> {
  const { types = await libraryTypes(), file, release, ...runOptions } = options;
  const facts = await host.facts();
  const catalog = fromPuppetCatalog(source, {
    types,
    facts,
    ...(file === undefined ? {} : { file }),
    ...(release === undefined ? {} : { release }),
  });
  const definitions = new Map([...types].map(([name, { definition }]) => [name, definition]));
  return run(catalog, host, { ...runOptions, types: definitions });
}

/** Loaded only if the caller brings no types: all of them take a while. */
async function libraryTypes(): Promise<ReadOptions['types']> {
  const { vocabulary } = await import('./vocabulary.js');
  return vocabulary.types;
}
