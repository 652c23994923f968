import type { Line } from './compare.js';
import type { Bound } from './measurement.js';

const header = ['work', 'ours', 'reference', 'ratio', 'bound', 'held'];

/** Formats lines as a table in Markdown, which is readable in a terminal too. */
export function formatTable(lines: readonly Line[]): string {
  const rows = [header, ...lines.map(cells)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const [head = '', ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${[head, rule, ...body].join('\n')}\n`;
}

function cells({ work, unit, ours, reference, bound, held }: Line): string[] {
  return [
    work,
    figure(ours, unit),
    typeof reference === 'number' ? figure(reference, unit) : (reference ?? ''),
    typeof reference === 'number' ? ratio(bound, ours, reference) : '',
    formatBound(bound),
    held === undefined ? 'not measured' : held ? 'yes' : 'NO',
  ];
}

function figure(value: number, unit: Line['unit']): string {
  const digits = value < 10 ? 1 : 0;
  return value < 10_000 ? `${value.toFixed(digits)} ${unit}` : `${(value / 1000).toFixed(1)} s`;
}

function ratio(bound: Bound, ours: number, reference: number): string {
  return bound.kind === 'faster' ? `1/${(reference / ours).toFixed(1)}` : (ours / reference).toFixed(2);
}

function formatBound(bound: Bound): string {
  switch (bound.kind) {
    case 'ratio':
      return `at most ${bound.atMost}`;
    case 'faster':
      return `at most 1/${bound.times}`;
    case 'time':
      return `below ${bound.below} ms`;
    case 'memory':
      return `below ${bound.below} MB`;
  }
}
