import type { CodeDocumentation } from '../errors/codes/code-documentation.js';
import { type Style, wrap } from '../views/index.js';
import { firstSentence } from './first-sentence.js';
import { formatColumns } from './format-columns.js';

/** The column at which the descriptions in a list of codes begin. */
const CODE_WIDTH = 30;

/** Renders the documentation of a diagnostic code: its cause and its remedy. */
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

/** Renders a list of codes, each with the first sentence of its cause. */
export function renderDiagnosticCodes(
  codes: readonly (readonly [code: string, documentation: CodeDocumentation])[],
  { paint, width }: Style,
): string[] {
  if (codes.length === 0) return [];
  const entries = codes.flatMap(([code, { cause }]) =>
    formatColumns(`  ${paint.info(code)}`, firstSentence(cause), CODE_WIDTH, width),
  );
  return [paint.strong(`Diagnostic codes (${codes.length})`), ...entries, ''];
}
