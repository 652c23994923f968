import type { Bound, Measurement, Sample, Side } from './measurement.js';

/** A line of the table. */
export interface Line {
  readonly work: string;
  readonly unit: 'ms' | 'MB';
  readonly ours: number;
  readonly reference: number | string | undefined;
  readonly bound: Bound;
  /** Undefined if it could not be compared. */
  readonly held: boolean | undefined;
}

/** Takes the samples of a measurement, alternating between the two sides, so that both run under the same load. */
export async function compare({ work, ours, reference, bounds }: Measurement): Promise<Line[]> {
  const other = typeof reference === 'object' ? reference : undefined;
  const mine: Sample[] = [];
  const theirs: Sample[] = [];
  for (let turn = 0; turn < Math.max(ours.runs, other?.runs ?? 0); turn++) {
    await takeSample(ours, turn, mine);
    if (other !== undefined) await takeSample(other, turn, theirs);
  }
  return bounds.map((bound) => {
    const unit = bound.kind === 'memory' ? 'MB' : 'ms';
    const figure = median(mine, unit);
    const compared = bound.kind === 'ratio' || bound.kind === 'faster';
    const against = compared && other !== undefined ? median(theirs, unit) : undefined;
    return {
      work,
      unit,
      ours: figure,
      reference: against ?? (compared && typeof reference === 'string' ? reference : undefined),
      bound,
      held: isHeld(bound, figure, against),
    };
  });
}

async function takeSample(side: Side, turn: number, samples: Sample[]): Promise<void> {
  if (turn < side.runs) samples.push(await side.sample());
}

function isHeld(bound: Bound, ours: number, reference: number | undefined): boolean | undefined {
  if (bound.kind === 'time' || bound.kind === 'memory') return ours < bound.below;
  if (reference === undefined) return undefined;
  return bound.kind === 'ratio' ? ours <= bound.atMost * reference : reference >= bound.times * ours;
}

function median(samples: readonly Sample[], unit: Line['unit']): number {
  const figures = samples
    .map(({ milliseconds, megabytes = Number.NaN }) => (unit === 'ms' ? milliseconds : megabytes))
    .sort((a, b) => a - b);
  const middle = figures.length / 2;
  const [low = Number.NaN, high = low] = [figures[Math.ceil(middle) - 1], figures[Math.floor(middle)]];
  return (low + high) / 2;
}
