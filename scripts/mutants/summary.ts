import { isJustifiedBy, type Justification } from './justifications.js';
import type { Mutant } from './mutant.js';
import type { Verdict } from './try-mutant.js';

export interface MutantResult {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  /** The number of specs that execute it. */
  readonly coveredBy: number;
}

/** The share of the mutants that must be killed. */
export const MIN_KILLED = 0.9;

export interface Summary {
  readonly text: string;
  /** The share of the mutants that were killed, among those that compile. */
  readonly killed: number;
}

/** Summarizes the results by file, and lists the survivors. */
export function summarize(tried: readonly MutantResult[], justified: readonly Justification[]): Summary {
  const counting = tried.filter(({ verdict }) => verdict !== 'invalid');
  const survivors = counting.filter(({ verdict }) => verdict === 'survived');
  const killed = counting.length === 0 ? 1 : 1 - survivors.length / counting.length;
  const lines = ['', ...byFile(tried), ''];
  for (const { mutant, coveredBy: seenBy } of survivors) {
    const reason = justified.find((one) => isJustifiedBy(mutant, one))?.reason;
    const who = seenBy === 0 ? 'no spec runs this line' : `${seenBy} spec file(s) run this line`;
    lines.push(`survived: ${mutant.file}:${mutant.line}  ${mutant.mutation}; ${who}`, ...diff(mutant));
    lines.push(reason === undefined ? '' : `  justified: ${reason}\n`);
  }
  const count = (verdict: Verdict) => tried.filter((one) => one.verdict === verdict).length;
  lines.push(
    `${tried.length} mutants: ${count('killed')} killed, ${count('timeout')} hung, ${survivors.length} survived, ` +
      `${count('invalid')} refused by the compiler`,
    `${(killed * 100).toFixed(1)} % noticed; at least ${MIN_KILLED * 100} % are required`,
  );
  return { text: lines.join('\n'), killed };
}

const diff = ({ before, after }: Mutant) => [`  - ${before}`, `  + ${after}`];

function byFile(tried: readonly MutantResult[]): string[] {
  const files = new Map<string, Record<Verdict, number>>();
  for (const { mutant, verdict } of tried) {
    const counts = files.get(mutant.file) ?? { killed: 0, timeout: 0, survived: 0, invalid: 0 };
    counts[verdict] += 1;
    files.set(mutant.file, counts);
  }
  const row = (cells: readonly (string | number)[], file: string) =>
    `${cells.map((cell) => String(cell).padStart(8)).join(' ')}  ${file}`;
  return [
    row(['killed', 'timeout', 'survived', 'invalid'], 'file'),
    ...[...files]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, { killed, timeout, survived, invalid }]) =>
        row([killed, timeout, survived, invalid], file),
      ),
  ];
}
