import { expect } from 'chai';
import type { RunEvent } from '../../../src/engine/events.js';
import type { ResourceReport, Summary } from '../../../src/engine/report.js';
import type { Output } from './command.js';

/** What a run with `--json` said. */
export interface Told {
  readonly status: number | null;
  /** Milliseconds of the whole process. */
  readonly duration: number;
  readonly resources: readonly ResourceReport[];
  readonly summary: Summary;
  /** The messages of its warnings. */
  readonly warnings: readonly string[];
  /** References of the resources with an outcome, sorted. */
  of(outcome: ResourceReport['outcome']): string[];
}

/** Reads the events that a run with `--json` printed. */
export function told({ stdout, stderr, status, duration }: Output): Told {
  const events = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunEvent);
  const last = events.at(-1);
  if (last?.type !== 'run-finished')
    throw new Error(`the run did not finish (${status}):\n${stdout.slice(-500)}${stderr}`);
  const { resources, summary } = last.report;
  return {
    status,
    duration,
    resources,
    summary,
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic.message] : [])),
    of: (outcome) =>
      resources
        .filter((one) => one.outcome === outcome)
        .map(({ reference }) => reference)
        .sort(),
  };
}

/** A plan kept its word: will ⊆ changed ⊆ will ∪ may. */
export function expectTruth(plan: Told, apply: Told): void {
  const changed = apply.of('changed');
  expect(changed, 'everything under "will" is changed').to.include.members(plan.of('will'));
  expect(
    [...plan.of('will'), ...plan.of('may')],
    'nothing is changed that the plan did not name',
  ).to.include.members(changed);
}
