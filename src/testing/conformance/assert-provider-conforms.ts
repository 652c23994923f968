import { compile } from '../../catalog/compile.js';
import { manifest } from '../../catalog/manifest.js';
import type { Scope } from '../../catalog/scope.js';
import type { Report } from '../../engine/report.js';
import { run } from '../../engine/run.js';
import type { RunOptions } from '../../engine/run-options.js';
import type { Host } from '../../hosts/host.js';
import { fail } from '../fail.js';

/** How a provider is tested for conformance. */
export interface ProviderConformanceOptions extends Omit<RunOptions, 'mode' | 'listener'> {
  /** Changes on the host what the resources manage, as a user would who does not know of them. */
  readonly disturb: (host: Host) => Promise<void> | void;
}

/**
 * Asserts what holds for every provider, on a host that does not have yet what the manifest declares:
 *
 * 1. A plan announces changes and makes none: a second plan announces the same.
 * 2. An apply makes them, and nothing fails.
 * 3. Another apply and a plan after it find nothing to do.
 * 4. What is disturbed on the host is found by a plan, repaired by an apply, and then in sync again.
 *
 * @param host The host, a real one for providers that call tools of the system.
 * @param declare Declares the resources of the type, as the body of a manifest does.
 * @throws {AssertionError} with the first rule that does not hold, and what was reported instead.
 * @example
 * await assertProviderConforms(host, (site) => void new Motd(site, '/etc/motd', { text: 'hello' }), {
 *   disturb: ({ files }) => files.write('/etc/motd', 'something else\n'),
 * });
 */
export async function assertProviderConforms(
  host: Host,
  declare: (site: Scope) => void,
  { disturb, ...options }: ProviderConformanceOptions,
): Promise<void> {
  const catalog = await compile(manifest(declare), { facts: await host.facts() });
  const plan = () => run(catalog, host, { ...options, mode: 'plan' });
  const apply = () => run(catalog, host, { ...options, mode: 'apply' });
  const insist = (rule: string, report: Report, holds: (report: Report) => boolean) => {
    if (holds(report)) return;
    const found = report.resources.map(
      ({ reference, outcome, reason }) =>
        `  ${reference}: ${outcome}${reason === undefined ? '' : `, ${reason}`}`,
    );
    fail(
      [`${rule}; reported was:`, ...(found.length === 0 ? ['  nothing to do'] : found)],
      assertProviderConforms,
    );
  };
  insist('a plan must announce what is missing on the host', await plan(), announces);
  insist('a plan must change nothing, so that a second one announces the same', await plan(), announces);
  insist('an apply must make the changes', await apply(), changes);
  insist('a second apply must find nothing to do', await apply(), isInSync);
  insist('a plan after an apply must find nothing to do', await plan(), isInSync);
  await disturb(host);
  insist('a plan must find what was disturbed on the host', await plan(), announces);
  insist('an apply must repair what was disturbed', await apply(), changes);
  insist('an apply after the repair must find nothing to do', await apply(), isInSync);
}

function announces({ summary: { will, may, failed, skipped } }: Report): boolean {
  return will + may > 0 && failed + skipped === 0;
}

function changes({ summary: { changed, failed, skipped } }: Report): boolean {
  return changed > 0 && failed + skipped === 0;
}

function isInSync({ summary: { unchanged, refreshed, total } }: Report): boolean {
  return unchanged === total && refreshed === 0;
}
