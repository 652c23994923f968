import type { CodeDocumentation } from '../errors/codes/code-documentation.js';
import { type Style, wrap } from '../views/index.js';
import { formatColumns } from './format-columns.js';

/** The column that the descriptions of a list of codes begin at. */
const CODE_WIDTH = 30;

/** Renders what a diagnostic code means, and what to do about it. */
export function renderDiagnosticCode(
  code: string,
  { cause, remedy }: CodeDocumentation,
  { paint, width }: Style,
): string[] {
  return [
    `${paint.strong(code)}  a diagnostic code`,
    '',
    paint.strong('Cause'),
    ...wrap(cause, width, '  '),
    '',
    paint.strong('Remedy'),
    ...wrap(remedy, width, '  '),
  ];
}

/** Renders a list of codes with the first sentence of each. */
export function renderDiagnosticCodes(
  codes: readonly (readonly [code: string, documentation: CodeDocumentation])[],
  { paint, width }: Style,
): string[] {
  if (codes.length === 0) return [];
  const entries = codes.flatMap(([code, { cause }]) =>
    formatColumns(`  ${paint.info(code)}`, /^.*?\.(?=\s|$)/.exec(cause)?.[0] ?? cause, CODE_WIDTH, width),
  );
  return [paint.strong(`Diagnostic codes (${codes.length})`), ...entries, ''];
}
