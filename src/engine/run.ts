import type { Catalog } from '../catalog/catalog.js';
import type { Host } from '../hosts/host.js';
import { OpenRun } from './open-run.js';
import type { Report } from './report.js';
import type { RunOptions } from './run-options.js';

/**
 * Compares a catalog with a host and applies the differences, or, with `mode: 'plan'`, reports them.
 * A resource that fails is in the report; the promise is rejected only if the run cannot take place.
 * @throws {GlanceApplyError} `graph.cycle`, `run.locked`, or an error of the state directory.
 */
export async function run(catalog: Catalog, host: Host, options: RunOptions = {}): Promise<Report> {
  const opened = await OpenRun.open(catalog, host, options);
  try {
    return await opened.execute();
  } finally {
    await opened.release();
  }
}
