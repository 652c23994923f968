import type { Catalog } from '../../catalog/catalog.js';
import { fail } from '../fail.js';
import { changesOf } from './assert-convergence.js';
import { converge } from './converge.js';
import type { ConvergeOptions } from './converge-options.js';
import type { Convergence } from './convergence.js';

/**
 * Asserts that the catalog converges: nothing fails; everything that the plan says will change is changed, and nothing
 * else; afterwards a plan is empty, and a second run changes and refreshes nothing.
 * @returns the first run.
 */
export async function assertConverges(catalog: Catalog, options: ConvergeOptions = {}): Promise<Convergence> {
  const plan = await converge(catalog, { ...options, mode: 'plan' });
  const first = await plan.again({ ...options, state: [] });
  const planned = new Set([...plan.changed, ...plan.uncertain, ...plan.refreshed]);
  const touched = new Set([...first.changed, ...first.refreshed]);
  const problems = [
    ...[...first.failed, ...first.skipped].map(
      (one) => `${one} ${first.outcomeOf(one)}: ${reasonOf(first, one)}`,
    ),
    ...[...touched].filter((one) => !planned.has(one)).map((one) => `${one} was changed but not planned`),
    ...plan.changed
      .filter((one) => !touched.has(one))
      .map((one) => `${one} was planned to be changed but was not`),
  ];
  const emptyPlan = await first.again({ mode: 'plan' });
  const second = await first.again();
  problems.push(
    ...changesOf(second).map((line) => `a second run: ${line}`),
    ...(changesOf(second).length > 0 ? [] : changesOf(emptyPlan).map((line) => `a plan afterwards: ${line}`)),
  );
  if (problems.length > 0)
    fail(['the catalog does not converge:', ...problems.map((line) => `  ${line}`)], assertConverges);
  return first;
}

function reasonOf(run: Convergence, reference: string): string {
  return run.reportOf(reference)?.reason ?? 'no reason was reported';
}
