import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, manifest, type Scope } from '../../src/catalog/index.js';
import type { Report, ResourceReport } from '../../src/engine/report.js';
import { run } from '../../src/engine/run.js';
import type { RunOptions } from '../../src/engine/run-options.js';
import type { Host } from '../../src/hosts/host.js';

/** Applies a manifest to a host, or plans it. */
export async function converge(
  host: Host,
  body: (site: Scope) => void,
  options: RunOptions = {},
): Promise<Report> {
  return run(await compile(manifest(body)), host, options);
}

/** The one resource that a run had something to say about; undefined where everything was in sync. */
export function only(report: Report): ResourceReport | undefined {
  if (report.resources.length > 1) throw new Error(`more than one: ${JSON.stringify(report.resources)}`);
  return report.resources[0];
}

/** The diagnostics of a manifest that must not compile, in one text. */
export async function errorsOf(body: (site: Scope) => void): Promise<string> {
  return compile(manifest(body)).then(
    () => '',
    (error: unknown) => String(error),
  );
}

/** Gives a function an empty directory, and removes it afterwards. */
export async function inDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'glance-apply-'));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
